package io.switchlog.simulator.api;

import io.switchlog.simulator.call.CallStatus;
import io.switchlog.simulator.call.Leg;
import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Signal;
import io.switchlog.simulator.call.Switchboard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the legs of live calls that ring at a device or are up there, and lets the device act upon them. */
@Component
class DeviceLegs {
    private final Switchboard switchboard;

    DeviceLegs(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** What a device does to the leg of that name. */
    interface Deed extends BiFunction<String, CompletableFuture<Boolean>, Signal> {}

    /** The legs of that identity with that status, oldest first. */
    List<Leg> of(String agentId, CallStatus status) {
        return switchboard.live().stream()
                .flatMap(call -> call.snapshot().legs().stream())
                .filter(leg -> agentId.equals(leg.agentId()) && leg.status() == status)
                .sorted(Comparator.comparing(Leg::createdAt))
                .toList();
    }

    /**
     * Does it to the oldest leg with that status that lets it happen.
     *
     * @param callSid if given, the leg or its parent; no other leg will do
     */
    Optional<Leg> act(String agentId, CallStatus status, @Nullable String callSid, Deed deed) {
        return of(agentId, status).stream()
                .filter(leg -> callSid == null || callSid.equals(leg.callSid()) || callSid.equals(leg.parentCallSid()))
                .filter(leg -> obeys(leg, deed))
                .findFirst();
    }

    /** Does it to every leg with that status. */
    void actOnAll(String agentId, CallStatus status, Deed deed) {
        of(agentId, status).forEach(leg -> obeys(leg, deed));
    }

    private boolean obeys(Leg leg, Deed deed) {
        return Optional.ofNullable(leg.parentCallSid())
                .flatMap(switchboard::find)
                .map((PhoneCall call) -> call.ask(obeyed -> deed.apply(leg.callSid(), obeyed)))
                .orElse(false);
    }
}
