package io.switchlog.simulation.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call on a board.
 *
 * @param agentIds for whom it rings, or whose it is; empty when it is nobody's
 * @param parking its place in the lot, from being parked until somebody has answered
 */
public record ShownCall(
        String callSid,
        Place place,
        List<String> agentIds,
        @Nullable Parking parking) implements Comparable<ShownCall> {

    /** Where a call is, as a board names it. */
    public enum Place {
        RINGING,
        ACTIVE,
        TRANSFERRING,
        PARKED,
        VOICEMAIL,
        ENDING
    }

    /**
     * A place in the parking lot.
     *
     * @param parkedAt in milliseconds since the beginning of the history: it is the order of the lot
     */
    public record Parking(String parkedBy, long parkedAt, boolean forgotten) {}

    @Override
    public int compareTo(ShownCall other) {
        return callSid.compareTo(other.callSid);
    }
}
