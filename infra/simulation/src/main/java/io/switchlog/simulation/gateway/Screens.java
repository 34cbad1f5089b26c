package io.switchlog.simulation.gateway;

import io.switchlog.board.Board;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All agents' screens. Two instances tell them the same, each at its own pace; whoever is first with something new is heard. */
final class Screens {

    private final Map<String, Desk> byAgent = new TreeMap<>();
    private final Map<String, Board> shown = new HashMap<>();

    private record Desk(String workspace, Screen screen) {}

    void open(String workspace, String agentId, Screen screen) {
        byAgent.put(agentId, new Desk(workspace, screen));
    }

    void show(Board board) {
        Board before = shown.get(board.workspace());
        if (before != null && before.sequence() >= board.sequence()) {
            return;
        }
        shown.put(board.workspace(), board);
        for (String callSid : callSids(before, board)) {
            BoardCall was = find(before, callSid);
            BoardCall is = find(board, callSid);
            if (!Objects.equals(was, is)) {
                byAgent.forEach((agentId, desk) -> {
                    if (desk.workspace.equals(board.workspace())) {
                        tell(desk.screen, agentId, callSid, was, is);
                    }
                });
            }
        }
    }

    private static void tell(
            Screen screen, String agentId, String callSid, @Nullable BoardCall was, @Nullable BoardCall is) {
        boolean rang = rings(was, agentId);
        boolean rings = rings(is, agentId);
        if (rings && !rang) {
            screen.rings(callSid);
        } else if (rang && !rings) {
            screen.isQuiet(callSid);
        }
        if (isTheirs(was, agentId) && !isTheirs(is, agentId)) {
            screen.isLost(callSid);
        }
        if (isParked(is) && !(isParked(was) && isForgotten(was) == isForgotten(is))) {
            screen.isParked(callSid);
        }
    }

    private static boolean rings(@Nullable BoardCall call, String agentId) {
        return call != null && call.offeredTo().contains(agentId);
    }

    private static boolean isTheirs(@Nullable BoardCall call, String agentId) {
        return call != null && agentId.equals(call.agentId());
    }

    private static boolean isParked(@Nullable BoardCall call) {
        return call != null && call.stage() instanceof Stage.Parked;
    }

    private static boolean isForgotten(@Nullable BoardCall call) {
        return call != null && call.parking() != null && call.parking().forgotten();
    }

    private static NavigableSet<String> callSids(@Nullable Board before, Board board) {
        NavigableSet<String> callSids = new TreeSet<>();
        calls(before).map(BoardCall::callSid).forEach(callSids::add);
        calls(board).map(BoardCall::callSid).forEach(callSids::add);
        return callSids;
    }

    private static @Nullable BoardCall find(@Nullable Board board, String callSid) {
        return calls(board)
                .filter(call -> call.callSid().equals(callSid))
                .findFirst()
                .orElse(null);
    }

    private static Stream<BoardCall> calls(@Nullable Board board) {
        return board == null ? Stream.of() : board.calls().stream();
    }
}
