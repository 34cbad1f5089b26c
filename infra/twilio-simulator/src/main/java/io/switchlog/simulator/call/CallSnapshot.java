package io.switchlog.simulator.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The truth about a call at one instant.
 *
 * @param legs every leg ever dialled for this caller, in the order of dialling
 * @param bridgedTo the agent who talks with the caller now
 * @param bridges every agent who ever did, in order
 * @param heard what the caller heard, in order; the latest when there was too much of it
 */
public record CallSnapshot(
        Leg caller, List<Leg> legs, @Nullable String bridgedTo, List<String> bridges, List<String> heard) {

    /** Enough for hours of hold music, and a bound for a caller who is never taken off hold. */
    private static final int MAX_HEARD = 1_000;

    static CallSnapshot of(Leg caller) {
        return new CallSnapshot(caller, List.of(), null, List.of(), List.of());
    }

    public boolean isOver() {
        return caller.status().isFinal();
    }

    CallSnapshot withCaller(Leg changed) {
        return new CallSnapshot(changed, legs, bridgedTo, bridges, heard);
    }

    CallSnapshot dialling(Leg leg) {
        return new CallSnapshot(caller, appended(legs, leg), bridgedTo, bridges, heard);
    }

    CallSnapshot withLeg(String callSid, UnaryOperator<Leg> change) {
        List<Leg> changed = legs.stream()
                .map(leg -> leg.callSid().equals(callSid) ? change.apply(leg) : leg)
                .toList();
        return new CallSnapshot(caller, changed, bridgedTo, bridges, heard);
    }

    CallSnapshot bridgedWith(String agentId) {
        return new CallSnapshot(caller, legs, agentId, appended(bridges, agentId), heard);
    }

    CallSnapshot unbridged() {
        return new CallSnapshot(caller, legs, null, bridges, heard);
    }

    CallSnapshot hearing(String sound) {
        List<String> all = appended(heard, sound);
        return new CallSnapshot(
                caller, legs, bridgedTo, bridges, all.subList(Math.max(0, all.size() - MAX_HEARD), all.size()));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** The leg of that name: the caller's, or a dialled one. */
    public @Nullable Leg leg(String callSid) {
        List<Leg> all = new ArrayList<>(legs);
        all.add(caller);
        return all.stream()
                .filter(leg -> leg.callSid().equals(callSid))
                .findFirst()
                .orElse(null);
    }
}
