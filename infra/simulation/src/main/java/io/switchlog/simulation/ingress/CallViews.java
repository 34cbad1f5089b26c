package io.switchlog.simulation.ingress;

import io.switchlog.contract.CallEvent;
import io.switchlog.contract.EventMessage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calls as one ingress instance knows them. */
final class CallViews {

    private final TreeMap<String, CallView> calls = new TreeMap<>();

    @Nullable
    CallView find(String callSid) {
        return calls.get(callSid);
    }

    List<CallView> all() {
        return List.copyOf(calls.values());
    }

    /** The calls that are not over, and of which the log has not heard since that time. */
    List<CallView> silentSince(Instant time) {
        return calls.values().stream()
                .filter(call -> !call.isOver() && call.lastNews().isBefore(time))
                .toList();
    }

    /** Takes in a whole decision, and returns the calls that it was about. */
    Set<String> accept(List<EventMessage> decision) {
        Set<String> changed = new LinkedHashSet<>();
        for (EventMessage message : decision) {
            if (message.event() instanceof CallEvent event) {
                CallView call = CallFold.evolve(calls.get(event.callSid()), message, event);
                if (call == null) {
                    calls.remove(event.callSid());
                } else {
                    calls.put(event.callSid(), call);
                }
                changed.add(event.callSid());
            }
        }
        return changed;
    }
}
