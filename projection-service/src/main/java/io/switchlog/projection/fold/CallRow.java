package io.switchlog.projection.fold;

import io.switchlog.board.BoardCall;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, for ever.
 *
 * @param call as the board has it, or had it last
 * @param reached so far
 * @param retired whether routing has forgotten it
 * @param lastSequence of the last event that tells of it
 */
public record CallRow(
        BoardCall call,
        Reached reached,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        boolean retired,
        long lastSequence) {

    /** Whom the caller has come to; each is more than the one before. */
    public enum Reached {
        NOBODY,
        /** An agent talked to them. */
        ANSWERED,
        /** They left a message, whoever talked to them before. */
        VOICEMAIL;

        Reached after(CallEvent event) {
            return switch (event) {
                case CallEvent.CallAnswered _ -> this == NOBODY ? ANSWERED : this;
                // The news of the recording may be lost, and then the words alone say that there is a message.
                case CallEvent.VoicemailRecorded _, CallEvent.VoicemailTranscribed _ -> VOICEMAIL;
                case CallEvent _ -> this;
            };
        }
    }

    static CallRow received(BoardCall call, long sequence) {
        return new CallRow(call, Reached.NOBODY, null, null, false, sequence);
    }

    public String callSid() {
        return call.callSid();
    }

    public boolean isLive() {
        return endedAt == null;
    }

    CallRow onBoard(BoardCall changed) {
        return new CallRow(changed, reached, endedAt, endReason, retired, lastSequence);
    }

    CallRow toldOf(CallEvent event, long sequence) {
        return new CallRow(call, reached.after(event), endedAt, endReason, retired, sequence);
    }

    CallRow ended(Instant at, EndReason reason) {
        return new CallRow(call, reached, at, reason, retired, lastSequence);
    }

    CallRow retired(Instant at) {
        return new CallRow(call, reached, endedAt == null ? at : endedAt, endReason, true, lastSequence);
    }
}
