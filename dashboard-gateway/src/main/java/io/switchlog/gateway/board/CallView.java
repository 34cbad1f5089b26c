package io.switchlog.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import io.switchlog.client.CallerDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as JSON.
 *
 * @param from the caller's number; null once the caller was erased
 * @param connecting whether the device of who claimed or retrieved it is still coming up
 * @param parkedBy who put it in the parking lot, until somebody has answered; so do {@code parkedAt} and {@code forgotten}
 * @param forgotten whether it was parked for too long
 * @param transferredBy who handed it to the agent for whom it rings
 */
public record CallView(
        String callSid,
        State state,
        @Nullable String from,
        @Nullable String fromName,
        String to,
        @Nullable String agentId,
        List<String> offeredTo,
        List<String> declinedBy,
        Instant since,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        boolean connecting,
        @Nullable String parkedBy,
        @Nullable Instant parkedAt,
        boolean forgotten,
        @Nullable String transferredBy,
        int step,
        @JsonInclude(JsonInclude.Include.NON_NULL) BoardCall.@Nullable ControlFailure callControlFailed) {

    public enum State {
        RINGING,
        ACTIVE,
        PARKED,
        TRANSFERRING,
        VOICEMAIL,
        ENDING
    }

    public static CallView of(BoardCall call, Callers callers) {
        Optional<CallerDetails> caller = callers.callerOf(call);
        Instant answeredAt = call.stage() instanceof Stage.Active active ? active.answeredAt() : null;
        String transferredBy =
                call.stage() instanceof Stage.Transferring transferring ? transferring.transferredBy() : null;
        BoardCall.Parking parking = call.parking();
        State state = stateOf(call.stage());
        return new CallView(
                call.callSid(),
                state,
                caller.map(CallerDetails::number).orElse(null),
                caller.map(CallerDetails::name).orElse(null),
                call.to(),
                call.agentId(),
                call.offeredTo(),
                call.declinedBy(),
                call.since(),
                call.receivedAt(),
                answeredAt,
                state == State.ACTIVE && answeredAt == null,
                parking == null ? null : parking.parkedBy(),
                parking == null ? null : parking.parkedAt(),
                parking != null && parking.forgotten(),
                transferredBy,
                call.step(),
                call.controlFailure());
    }

    private static State stateOf(Stage stage) {
        return switch (stage) {
            case Stage.Ringing _ -> State.RINGING;
            case Stage.Active _ -> State.ACTIVE;
            case Stage.Parked _ -> State.PARKED;
            case Stage.Transferring _ -> State.TRANSFERRING;
            case Stage.Voicemail _ -> State.VOICEMAIL;
            case Stage.Ending _ -> State.ENDING;
        };
    }
}
