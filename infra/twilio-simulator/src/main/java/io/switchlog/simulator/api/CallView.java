package io.switchlog.simulator.api;

import io.switchlog.simulator.call.CallSnapshot;
import io.switchlog.simulator.call.CallStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ground truth about a call, for tests. */
record CallView(
        String callSid,
        CallStatus status,
        List<LegView> legs,
        @Nullable String bridgedTo,
        List<String> bridges,
        List<String> heard) {

    /** One dialled leg, with its last status. */
    record LegView(String callSid, @Nullable String agentId, CallStatus status) {}

    static CallView of(CallSnapshot call) {
        List<LegView> legs = call.legs().stream()
                .map(leg -> new LegView(leg.callSid(), leg.agentId(), leg.status()))
                .toList();
        return new CallView(
                call.caller().callSid(), call.caller().status(), legs, call.bridgedTo(), call.bridges(), call.heard());
    }
}
