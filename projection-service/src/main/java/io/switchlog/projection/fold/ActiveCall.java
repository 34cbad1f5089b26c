package io.switchlog.projection.fold;

import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who has to do with a live call.
 *
 * @param since when the call's present stage began; of one who is connected, when they answered
 */
public record ActiveCall(String callSid, String agentId, Role role, Instant since) {

    /** What the call is to them. */
    public enum Role {
        RINGING,
        CONNECTING,
        CONNECTED,
        /** They hand the call over, and get it back if nobody takes it. */
        RESERVED,
        /** Theirs until the caller's leg is over. */
        ENDING
    }

    /** All of one call; none of one that is over. */
    public static List<ActiveCall> of(CallRow row) {
        if (!row.isLive()) {
            return List.of();
        }
        BoardCall call = row.call();
        return switch (call.stage()) {
            case Stage.Ringing stage ->
                stage.offeredTo().stream()
                        .distinct()
                        .map(agent -> in(call, agent, Role.RINGING))
                        .toList();
            case Stage.Active(String agent, Instant answeredAt)
            when answeredAt != null -> List.of(new ActiveCall(call.callSid(), agent, Role.CONNECTED, answeredAt));
            case Stage.Active stage -> List.of(in(call, stage.agentId(), Role.CONNECTING));
            case Stage.Transferring stage -> transferring(call, stage);
            case Stage.Ending stage ->
                stage.agentId() == null ? List.of() : List.of(in(call, stage.agentId(), Role.ENDING));
            case Stage.Parked _, Stage.Voicemail _ -> List.of();
        };
    }

    private static List<ActiveCall> transferring(BoardCall call, Stage.Transferring stage) {
        String reserved = call.reservedAgentId();
        return Stream.concat(
                        Stream.of(in(call, stage.agentId(), Role.RINGING)),
                        Stream.ofNullable(reserved)
                                .filter(agent -> !agent.equals(stage.agentId()))
                                .map(agent -> in(call, agent, Role.RESERVED)))
                .toList();
    }

    private static ActiveCall in(BoardCall call, String agentId, Role role) {
        return new ActiveCall(call.callSid(), agentId, role, call.since());
    }
}
