package io.switchlog.gateway.board;

import java.util.List;

/**
 * A whole board as JSON.
 *
 * @param parked no call can be parked yet
 * @param queue no call can be queued yet
 */
public record BoardView(
        String workspace,
        long sequence,
        List<AgentView> agents,
        List<CallView> calls,
        List<CallView> parked,
        List<CallView> queue) {

    public static BoardView of(Board board, Callers callers) {
        return new BoardView(
                board.workspace(),
                board.sequence(),
                board.agents().stream().map(AgentView::of).toList(),
                board.calls().stream().map(call -> CallView.of(call, callers)).toList(),
                List.of(),
                List.of());
    }
}
