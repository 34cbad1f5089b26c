package io.switchlog.contract;

import org.jspecify.annotations.Nullable;

/** What became of an agent. */
public sealed interface AgentEvent extends Event {

    String agentId();

    /** Somebody belongs to the workspace, as described here from now on. New agents are away. */
    record AgentRegistered(String agentId, String name, Role role, int maxConcurrentCalls) implements AgentEvent {}

    /** An agent says that they are (not) there. */
    record AgentAvailabilityChanged(
            String agentId, Availability status, @Nullable String reason) implements AgentEvent {}

    /**
     * The agent's browser is heard again, or for the first time, or says something else of its device; or it has been heard all the
     * time, and the rings that they let go by are long ago. Missed rings count from none again.
     */
    record AgentConnected(String agentId, boolean deviceConnected) implements AgentEvent {}

    /** Nothing was heard of the agent's browser for too long. What they said of their availability holds when they are back. */
    record AgentDisconnected(String agentId) implements AgentEvent {}
}
