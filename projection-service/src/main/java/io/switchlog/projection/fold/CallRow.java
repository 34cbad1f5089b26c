package io.switchlog.projection.fold;

import io.switchlog.board.BoardCall;
import io.switchlog.contract.CallEvent.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, for ever.
 *
 * @param call as the board has it, or had it last
 * @param retired whether routing has forgotten it
 * @param lastSequence of the last event that tells of it
 */
public record CallRow(
        BoardCall call, @Nullable Instant endedAt, @Nullable EndReason endReason, boolean retired, long lastSequence) {

    static CallRow live(BoardCall call, long sequence) {
        return new CallRow(call, null, null, false, sequence);
    }

    public String callSid() {
        return call.callSid();
    }

    public boolean isLive() {
        return endedAt == null;
    }

    CallRow toldOfAt(long sequence) {
        return new CallRow(call, endedAt, endReason, retired, sequence);
    }

    CallRow ended(Instant at, EndReason reason, long sequence) {
        return new CallRow(call, at, reason, retired, sequence);
    }

    CallRow retired(Instant at, long sequence) {
        return new CallRow(call, endedAt == null ? at : endedAt, endReason, true, sequence);
    }
}
