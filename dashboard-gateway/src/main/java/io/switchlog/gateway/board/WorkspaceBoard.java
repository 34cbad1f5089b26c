package io.switchlog.gateway.board;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RoutingSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One workspace's board, kept by the tail's thread and read by all others. An event costs what it changes, not what the
 * board holds; the copy for readers is made when one asks, and shared until the next event.
 */
final class WorkspaceBoard implements BoardFold.Before {

    private static final Comparator<BoardCall> OLDEST_FIRST =
            Comparator.comparing(BoardCall::receivedAt).thenComparing(BoardCall::callSid);

    private final String workspace;
    private final Map<String, BoardCall> calls = new HashMap<>();
    private final Map<String, BoardAgent> agents = new TreeMap<>();
    private RoutingSettings settings = RoutingSettings.DEFAULTS;
    private long sequence;
    private @Nullable Board snapshot;

    WorkspaceBoard(String workspace) {
        this.workspace = workspace;
    }

    synchronized BoardChange apply(EventMessage message) {
        BoardChange change = BoardFold.changeBy(message, this);
        change.calls().forEach(call -> calls.put(call.callSid(), call));
        change.gone().forEach(calls::remove);
        change.agents().forEach(agent -> agents.put(agent.agentId(), agent));
        if (change.settings() != null) {
            settings = change.settings();
        }
        sequence = message.sequence();
        snapshot = null;
        return change;
    }

    synchronized Board snapshot() {
        if (snapshot == null) {
            List<BoardCall> oldestFirst =
                    calls.values().stream().sorted(OLDEST_FIRST).toList();
            snapshot = new Board(workspace, sequence, List.copyOf(agents.values()), oldestFirst, settings);
        }
        return snapshot;
    }

    synchronized long sequence() {
        return sequence;
    }

    @Override
    public @Nullable BoardCall call(String callSid) {
        return calls.get(callSid);
    }

    @Override
    public @Nullable BoardAgent agent(String agentId) {
        return agents.get(agentId);
    }
}
