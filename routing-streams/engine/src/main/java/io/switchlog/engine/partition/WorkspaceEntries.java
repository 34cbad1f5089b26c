package io.switchlog.engine.partition;

import io.switchlog.decider.Decision;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Changes;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Workspace;
import io.switchlog.engine.partition.StateCodec.StoredHead;

/** Writes what a decision changes into the store, and no more: each entry is a record of the changelog. */
final class WorkspaceEntries {

    private final EntityStore store;

    WorkspaceEntries(EntityStore store) {
        this.store = store;
    }

    /**
     * Stores a decision.
     *
     * @param before the workspace, which has not yet accepted the decision
     */
    void put(String workspace, StoredWorkspace before, Decision decision, String lastHash, long lastOffset) {
        Changes changes = decision.changes();
        RingOrder ringOrder = before.ringOrder();
        ringOrder.follow(decision);
        changes.calls()
                .forEach((callSid, call) -> store.put(
                        StoreKey.call(workspace, callSid),
                        call.map(each -> StateCodec.encode(new StoredCall(each, ringOrder.rungAt(callSid))))
                                .orElse(null)));
        changes.agents().values().forEach(agent -> putIfChanged(workspace, before.state(), agent));
        changes.forgotten().forEach(each -> store.put(StoreKey.remembered(workspace, each), null));
        changes.remembered()
                .ifPresent(each -> store.put(
                        StoreKey.remembered(workspace, each),
                        StateCodec.encode(new StoredAnswer(each, lastHash, lastOffset))));
        if (changes.remembered().isEmpty() || isNews(before.state().head(), changes.head())) {
            store.put(
                    StoreKey.head(workspace), StateCodec.encode(new StoredHead(changes.head(), lastHash, lastOffset)));
        }
    }

    private void putIfChanged(String workspace, Workspace before, Agent agent) {
        Agent known = before.agent(agent.agentId());
        Agent after = AgentCalls.without(agent);
        if (known == null || !AgentCalls.without(known).equals(after)) {
            store.put(StoreKey.agent(workspace, agent.agentId()), StateCodec.encode(after));
        }
    }

    /** Whether the head says more than how far the workspace has come, which the stored answer says, too. */
    private static boolean isNews(Head before, Head after) {
        return before.sequence() == 0 || !before.settings().equals(after.settings());
    }
}
