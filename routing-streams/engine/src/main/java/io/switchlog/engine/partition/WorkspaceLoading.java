package io.switchlog.engine.partition;

import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Remembered;
import io.switchlog.decider.state.Workspace;
import io.switchlog.engine.partition.StateCodec.StoredHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace whose entries come one by one, in the store's order. */
final class WorkspaceLoading {

    private final String workspace;
    private final List<StoredCall> calls = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Remembered> remembered = new ArrayList<>();
    private @Nullable StoredHead head;
    private @Nullable StoredAnswer latest;

    WorkspaceLoading(String workspace) {
        this.workspace = workspace;
    }

    void add(StoreKey key, byte[] value) {
        switch (key.kind()) {
            case HEAD -> head = StateCodec.decode(value, StoredHead.class);
            case CALL -> calls.add(StateCodec.decodeCall(value));
            case AGENT -> agents.add(StateCodec.decodeAgent(value));
            case REMEMBERED -> add(StateCodec.decodeAnswer(value));
        }
    }

    StoredWorkspace done() {
        StoredHead reached = reached();
        AgentCalls agentCalls = new AgentCalls(calls);
        Workspace state = Workspace.restore(
                reached.head(),
                calls.stream().map(StoredCall::call).toList(),
                agents.stream().map(agentCalls::giveBack).toList(),
                remembered);
        RingOrder ringOrder = new RingOrder();
        calls.forEach(ringOrder::restore);
        Long lastOffset = reached.lastOffset();
        return new StoredWorkspace(
                state, ringOrder, reached.lastHash(), lastOffset == null ? StoredWorkspace.NO_OFFSET : lastOffset);
    }

    private void add(StoredAnswer answer) {
        remembered.add(answer.remembered());
        if (answer.lastHash() != null && (latest == null || decidedAt(answer) > decidedAt(latest))) {
            latest = answer;
        }
    }

    /** How far the workspace has come: the head says it or, written later, an answer. */
    private StoredHead reached() {
        if (head == null) {
            throw new IllegalStateException("the stored workspace " + workspace + " has no head");
        }
        if (latest == null
                || latest.lastHash() == null
                || decidedAt(latest) <= head.head().sequence()) {
            return head;
        }
        Remembered last = latest.remembered();
        return new StoredHead(
                new Head(last.decidedAt(), last.at(), head.head().settings()), latest.lastHash(), latest.lastOffset());
    }

    private static long decidedAt(StoredAnswer answer) {
        return answer.remembered().decidedAt();
    }
}
