package io.switchlog.gateway.board;

import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardChange;
import io.switchlog.board.WorkspaceBoard;
import io.switchlog.contract.EventMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The boards of all workspaces, each as of its last decision that was tailed. */
@Component
public final class Boards {

    private final Map<String, WorkspaceBoard> byWorkspace = new ConcurrentHashMap<>();

    /** Takes the next event of a workspace, and tells what it changed. */
    public BoardChange apply(EventMessage message) {
        return byWorkspace
                .computeIfAbsent(message.workspace(), WorkspaceBoard::new)
                .apply(message);
    }

    /** A workspace's board as it is now; empty for one that nothing is known of. */
    public Board of(String workspace) {
        WorkspaceBoard board = byWorkspace.get(workspace);
        return board == null ? new WorkspaceBoard(workspace).snapshot() : board.snapshot();
    }

    /** An agent of a workspace's board as it is now; null for who takes no calls there. */
    public @Nullable BoardAgent agent(String workspace, String agentId) {
        WorkspaceBoard board = byWorkspace.get(workspace);
        return board == null ? null : board.agent(agentId);
    }

    /** All boards as they are now. */
    public List<Board> all() {
        return byWorkspace.values().stream().map(WorkspaceBoard::snapshot).toList();
    }

    /** The {@code sequence} of {@link #of}, without the board. */
    public long sequenceOf(String workspace) {
        WorkspaceBoard board = byWorkspace.get(workspace);
        return board == null ? 0 : board.sequence();
    }

    /** Starts with a board from elsewhere. Its workspace's next event is the one after it. */
    void start(Board board) {
        byWorkspace.put(board.workspace(), new WorkspaceBoard(board));
    }

    /** Starts anew before the first event. */
    void forgetAll() {
        byWorkspace.clear();
    }
}
