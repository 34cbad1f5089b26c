package io.switchlog.projection.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a caller waits for an agent.
 *
 * @param enteredSequence of the event that began it
 */
public record QueueRow(
        String callSid,
        long enteredSequence,
        Entered enteredBecause,
        Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable Left leftBecause) {

    /** Why a caller began to wait. */
    public enum Entered {
        RECEIVED,
        /** The claim of an agent came to nothing. */
        RELEASED,
        /** They were parked for too long. */
        FORGOTTEN
    }

    /** Why a caller waits no more. */
    public enum Left {
        CLAIMED,
        /** Somebody took the call out of the parking lot before it had rung for anybody. */
        RETRIEVED,
        VOICEMAIL,
        PARKED,
        HUNG_UP,
        ENDED
    }

    QueueRow left(Instant at, Left because) {
        return new QueueRow(callSid, enteredSequence, enteredBecause, enteredAt, at, because);
    }
}
