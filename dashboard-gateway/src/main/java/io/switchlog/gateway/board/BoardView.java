package io.switchlog.gateway.board;

import io.switchlog.board.Board;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A whole board as JSON. Each call is in exactly one of the lists.
 *
 * @param calls those that are not parked, by the time they came
 * @param parked in the order of the parking lot
 * @param queue no call can be queued yet
 */
public record BoardView(
        String workspace,
        long sequence,
        List<AgentView> agents,
        List<CallView> calls,
        List<CallView> parked,
        List<CallView> queue) {

    private static final Comparator<BoardCall> ORDER_OF_THE_LOT =
            Comparator.comparing(BoardView::parkedAt).thenComparing(BoardCall::callSid);

    public static BoardView of(Board board, Callers callers) {
        Predicate<BoardCall> isParked = call -> call.stage() instanceof Stage.Parked;
        return new BoardView(
                board.workspace(),
                board.sequence(),
                board.agents().stream().map(AgentView::of).toList(),
                board.calls().stream()
                        .filter(isParked.negate())
                        .map(call -> CallView.of(call, callers))
                        .toList(),
                board.calls().stream()
                        .filter(isParked)
                        .sorted(ORDER_OF_THE_LOT)
                        .map(call -> CallView.of(call, callers))
                        .toList(),
                List.of());
    }

    private static Instant parkedAt(BoardCall call) {
        return call.parking() == null ? call.since() : call.parking().parkedAt();
    }
}
