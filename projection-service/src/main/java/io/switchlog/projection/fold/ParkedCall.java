package io.switchlog.projection.fold;

import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import java.time.Instant;
import java.util.Optional;

/** A call in the parking lot. */
public record ParkedCall(String callSid, String parkedBy, Instant parkedAt, boolean forgotten) {

    /** Absent unless the call is there. */
    public static Optional<ParkedCall> of(CallRow row) {
        BoardCall.Parking place = row.call().parking();
        return row.isLive() && row.call().stage() instanceof Stage.Parked && place != null
                ? Optional.of(new ParkedCall(row.callSid(), place.parkedBy(), place.parkedAt(), place.forgotten()))
                : Optional.empty();
    }
}
