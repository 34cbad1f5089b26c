package io.switchlog.simulator.api;

import io.switchlog.simulator.call.CallSnapshot;
import io.switchlog.simulator.call.CallStatus;
import io.switchlog.simulator.call.Leg;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ground truth about a call, for tests and for the caller's phone. */
record CallView(
        String callSid,
        CallStatus status,
        List<LegView> legs,
        @Nullable String bridgedTo,
        List<String> bridges,
        List<String> heard,
        String from,
        String to,
        @Nullable String callerName,
        Instant placedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    /** One dialled leg, with its last status. */
    record LegView(String callSid, @Nullable String agentId, CallStatus status) {}

    static CallView of(CallSnapshot call) {
        List<LegView> legs = call.legs().stream()
                .map(leg -> new LegView(leg.callSid(), leg.agentId(), leg.status()))
                .toList();
        Leg caller = call.caller();
        return new CallView(
                caller.callSid(),
                caller.status(),
                legs,
                call.bridgedTo(),
                call.bridges(),
                call.heard(),
                caller.from(),
                caller.to(),
                caller.callerName(),
                caller.createdAt(),
                caller.answeredAt(),
                caller.endedAt());
    }
}
