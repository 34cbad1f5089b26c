package io.switchlog.simulation.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who falls silent is gone after the time-out, and not before. Nobody in the simulation changes the time-out, and none of its pages
 * outlives the history.
 */
final class SilenceRule implements Rule {

    private static final long TIME_OUT_MILLIS = 30_000;

    private final Findings findings;

    /** By the id of the timer: what stood in the log of the agent's heartbeats when the timer was first asked to elapse. */
    private final Map<String, Long> heardBefore = new HashMap<>();

    SilenceRule(Findings findings, List<GroundTruth.Command> commands) {
        this.findings = findings;
        Map<String, Long> lastHeard = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (GroundTruth.Command command : commands) {
            if (command.isNamed("SendHeartbeat")) {
                JsonNode json = Event.parse(command.value());
                // The same once more, by a network that repeats, is answered as the first time, and no news.
                if (known.add(json.path("commandId").asString())) {
                    lastHeard.merge(agentOf(json), command.at(), Math::max);
                }
            } else if (command.isNamed("ElapseAgentTimer")) {
                JsonNode json = Event.parse(command.value());
                heardBefore.putIfAbsent(
                        timer(agentOf(json), json.path("commandId").asString()),
                        lastHeard.getOrDefault(agentOf(json), Long.MIN_VALUE));
            }
        }
    }

    @Override
    public void before(Event event, LogView log) {
        if (event.type().equals("AgentDisconnected")) {
            String timer =
                    timer(event.agentId(), event.cause().path("commandId").asString());
            Long heard = heardBefore.get(timer);
            findings.require(
                    heard != null && heard + TIME_OUT_MILLIS <= event.at(), Invariant.WHO_FALLS_SILENT_IS_GONE, event);
        }
    }

    @Override
    public void atTheEnd(LogView log) {
        List<String> heard = new ArrayList<>();
        log.agents().forEach((agentId, agent) -> {
            if (agent.heard.equals("yes")) {
                heard.add(agentId);
            }
        });
        findings.require(
                heard.isEmpty(),
                Invariant.WHO_FALLS_SILENT_IS_GONE,
                Long.MAX_VALUE,
                () -> heard + " count as there an hour after they went home");
    }

    private static String agentOf(JsonNode command) {
        return command.path("data").path("agentId").asString();
    }

    private static String timer(String agentId, String id) {
        return agentId + " " + id;
    }
}
