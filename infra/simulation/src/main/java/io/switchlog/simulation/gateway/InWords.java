package io.switchlog.simulation.gateway;

import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import io.switchlog.contract.WireName;
import io.switchlog.simulation.judge.ShownAgent;
import io.switchlog.simulation.judge.ShownBoard;
import io.switchlog.simulation.judge.ShownCall;
import io.switchlog.simulation.judge.ShownCall.Place;
import io.switchlog.simulation.world.World;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A board as the judge hears of it. */
final class InWords {

    private InWords() {}

    static ShownBoard of(Board board) {
        return new ShownBoard(
                board.calls().stream().map(InWords::of).sorted().toList(),
                board.agents().stream().map(InWords::of).sorted().toList());
    }

    private static ShownCall of(BoardCall call) {
        return new ShownCall(call.callSid(), place(call.stage()), agentIds(call), parking(call.parking()));
    }

    private static Place place(Stage stage) {
        return switch (stage) {
            case Stage.Ringing _ -> Place.RINGING;
            case Stage.Active _ -> Place.ACTIVE;
            case Stage.Transferring _ -> Place.TRANSFERRING;
            case Stage.Parked _ -> Place.PARKED;
            case Stage.Voicemail _ -> Place.VOICEMAIL;
            case Stage.Ending _ -> Place.ENDING;
        };
    }

    /** Whose it is, or for whom it rings. */
    private static List<String> agentIds(BoardCall call) {
        String agentId = call.agentId();
        return agentId == null ? sorted(call.offeredTo()) : List.of(agentId);
    }

    private static ShownCall.@Nullable Parking parking(BoardCall.@Nullable Parking parking) {
        return parking == null
                ? null
                : new ShownCall.Parking(
                        parking.parkedBy(),
                        Duration.between(World.BEGINNING, parking.parkedAt()).toMillis(),
                        parking.forgotten());
    }

    private static ShownAgent of(BoardAgent agent) {
        return new ShownAgent(
                agent.agentId(),
                WireName.of(agent.state()),
                sorted(agent.callSids()),
                sorted(agent.offeredCallSids()),
                sorted(agent.reservedCallSids()),
                agent.freeCapacity(),
                agent.readiness().passes());
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
