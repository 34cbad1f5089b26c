package io.switchlog.simulation.judge;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the log says, event by event: deliberately simple, and a second opinion. */
final class LogView {

    private final Map<String, LoggedCall> calls = new TreeMap<>();
    private final Map<String, LoggedAgent> agents = new TreeMap<>();
    private final Set<String> provenOnly = new TreeSet<>();
    private final CallReader reader = new CallReader(this);

    /** A call that the log has ever told of. */
    @Nullable
    LoggedCall call(String callSid) {
        return calls.get(callSid);
    }

    Collection<LoggedCall> calls() {
        return calls.values();
    }

    /** Agents by id, of one workspace or of all: ids are unique in a history. */
    Map<String, LoggedAgent> agents() {
        return agents;
    }

    LoggedAgent agent(String agentId) {
        return agents.computeIfAbsent(agentId, _ -> new LoggedAgent());
    }

    /** Whether a workspace rings those who only say that they are available when nobody else can be asked. */
    boolean ringsUnproven(String workspace) {
        return !provenOnly.contains(workspace);
    }

    void take(Event event) {
        if (event.type().equals("AgentRegistered")) {
            LoggedAgent agent = agent(event.agentId());
            agent.workspace = event.workspace();
            agent.capacity = event.data().path("maxConcurrentCalls").asInt();
            agent.takesCalls = !event.text("role").equals("operator");
        } else if (event.type().equals("AgentAvailabilityChanged")) {
            agent(event.agentId()).availability = event.text("status");
            agent(event.agentId()).missed = 0;
        } else if (event.type().equals("AgentConnected")) {
            LoggedAgent agent = agent(event.agentId());
            boolean had = agent.heard.equals("yes") && agent.deviceConnected;
            agent.heard = "yes";
            agent.missed = 0;
            agent.deviceConnected = event.data().path("deviceConnected").asBoolean();
            agent.unreachableSince = had && !agent.deviceConnected ? event.sequence() : agent.unreachableSince;
        } else if (event.type().equals("AgentDisconnected")) {
            agent(event.agentId()).heard = "lost";
            agent(event.agentId()).unreachableSince = event.sequence();
        } else if (event.type().equals("RoutingConfigured")) {
            if (event.data().path("settings").path("ringUnprovenAgents").asBoolean()) {
                provenOnly.remove(event.workspace());
            } else {
                provenOnly.add(event.workspace());
            }
        } else if (event.type().equals("CallReceived")) {
            calls.put(event.callSid(), new LoggedCall(event.callSid(), event.workspace(), true));
        } else {
            LoggedCall call = event.type().equals("CallEnded")
                    ? calls.computeIfAbsent(
                            event.callSid(), callSid -> new LoggedCall(callSid, event.workspace(), false))
                    : calls.get(event.callSid());
            if (call != null) {
                reader.take(event, call);
            }
        }
    }
}
