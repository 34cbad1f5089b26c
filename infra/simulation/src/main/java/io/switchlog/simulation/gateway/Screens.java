package io.switchlog.simulation.gateway;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All agents' screens. Two instances tell them the same, each at its own pace; whoever is first with something new is heard. */
final class Screens {

    private final Map<String, Screen> byAgent = new TreeMap<>();
    private final Map<String, Shown> shown = new TreeMap<>();

    /** @param sequence of the event that it is the work of */
    private record Shown(long sequence, Set<String> agentIds) {

        static final Shown NOTHING = new Shown(0, Set.of());
    }

    void open(String agentId, Screen screen) {
        byAgent.put(agentId, screen);
    }

    void show(String callSid, long sequence, Set<String> agentIds) {
        Shown before = shown.getOrDefault(callSid, Shown.NOTHING);
        if (sequence <= before.sequence()) {
            return;
        }
        shown.put(callSid, new Shown(sequence, Set.copyOf(agentIds)));
        byAgent.forEach((agentId, screen) -> {
            boolean rang = before.agentIds().contains(agentId);
            boolean rings = agentIds.contains(agentId);
            if (rings && !rang) {
                screen.rings(callSid);
            } else if (rang && !rings) {
                screen.isQuiet(callSid);
            }
        });
    }
}
