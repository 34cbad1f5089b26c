package io.switchlog.gateway.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.client.CallerDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as JSON.
 *
 * @param from the caller's number; null once the caller was erased
 * @param connecting whether the claimant's device is still coming up
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
        int step,
        @JsonInclude(JsonInclude.Include.NON_NULL) BoardCall.@Nullable ControlFailure callControlFailed) {

    public enum State {
        RINGING,
        ACTIVE,
        VOICEMAIL,
        ENDING
    }

    public static CallView of(BoardCall call, Callers callers) {
        Optional<CallerDetails> caller = callers.callerOf(call);
        Instant answeredAt = call.stage() instanceof BoardCall.Stage.Active active ? active.answeredAt() : null;
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
                call.step(),
                call.controlFailure());
    }

    private static State stateOf(BoardCall.Stage stage) {
        return switch (stage) {
            case BoardCall.Stage.Ringing _ -> State.RINGING;
            case BoardCall.Stage.Active _ -> State.ACTIVE;
            case BoardCall.Stage.Voicemail _ -> State.VOICEMAIL;
            case BoardCall.Stage.Ending _ -> State.ENDING;
        };
    }
}
