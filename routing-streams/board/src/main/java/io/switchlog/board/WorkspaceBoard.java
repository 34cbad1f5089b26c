package io.switchlog.board;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RoutingSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One workspace's board, kept by one thread and read by all others. An event costs what it changes, not what the board holds;
 * the copy for readers is made when one asks, and shared until the next decision.
 *
 * <p>Readers see whole decisions only: between the events of one, a call may be nobody's for whom there is no moment.
 */
public final class WorkspaceBoard {

    private static final Comparator<BoardCall> OLDEST_FIRST =
            Comparator.comparing(BoardCall::receivedAt).thenComparing(BoardCall::callSid);

    private final String workspace;
    private final Map<String, BoardCall> calls = new HashMap<>();
    private final Map<String, BoardAgent> agents = new TreeMap<>();
    private RoutingSettings settings;
    private long sequence;
    private UnfinishedDecision unfinished;
    private @Nullable Board snapshot;

    /** Starts before a workspace's first event. */
    public WorkspaceBoard(String workspace) {
        this(new Board(workspace, 0, List.of(), List.of(), RoutingSettings.DEFAULTS));
    }

    /** Starts after the event of that board's {@code sequence}. */
    public WorkspaceBoard(Board start) {
        workspace = start.workspace();
        start.calls().forEach(call -> calls.put(call.callSid(), call));
        start.agents().forEach(agent -> agents.put(agent.agentId(), agent));
        settings = start.settings();
        sequence = start.sequence();
        unfinished = new UnfinishedDecision(calls, agents);
    }

    /**
     * Takes the workspace's next event, and tells what it changed; that includes what the earlier events of its decision
     * changed. The order is the caller's care.
     */
    public synchronized BoardChange apply(EventMessage message) {
        BoardChange change = BoardFold.changeBy(message, unfinished);
        unfinished.add(change);
        if (message.endsDecision()) {
            settings = unfinished.putInto(calls, agents, settings);
            unfinished = new UnfinishedDecision(calls, agents);
            sequence = message.sequence();
            snapshot = null;
        }
        return change;
    }

    /** The board as of the last whole decision. */
    public synchronized Board snapshot() {
        if (snapshot == null) {
            List<BoardCall> oldestFirst =
                    calls.values().stream().sorted(OLDEST_FIRST).toList();
            snapshot = new Board(workspace, sequence, List.copyOf(agents.values()), oldestFirst, settings);
        }
        return snapshot;
    }

    /** One agent of {@link #snapshot}, without the board; null for who takes no calls. */
    public synchronized @Nullable BoardAgent agent(String agentId) {
        return agents.get(agentId);
    }

    /** The {@code sequence} of {@link #snapshot}, without the board. */
    public synchronized long sequence() {
        return sequence;
    }
}
