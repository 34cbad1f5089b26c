package io.switchlog.decider.state;

import io.switchlog.contract.Presence;
import io.switchlog.contract.Readiness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whether an agent is there, besides what they say.
 *
 * @param heardUntil when they count as gone unless another heartbeat comes; absent while no heartbeat holds. No event says it: of all
 *     that is kept it alone changes by commands that leave none
 * @param missedRings rings in a row that nobody answered, up to {@value Readiness#MISSED_RINGS_TOO_MANY}
 */
public record Attendance(Presence presence, @Nullable Instant heardUntil, int missedRings) {

    /** Of somebody who has not been heard yet. */
    public static final Attendance UNPROVEN = new Attendance(Presence.UNPROVEN, null, 0);

    /** Whether a call may be handed to them: nothing speaks against it. */
    boolean mayAnswer() {
        return presence == Presence.UNPROVEN || presence == Presence.CONNECTED;
    }

    Attendance connected(boolean deviceConnected) {
        return new Attendance(Presence.of(deviceConnected), heardUntil, missedRings);
    }

    Attendance disconnected() {
        return new Attendance(Presence.DISCONNECTED, null, missedRings);
    }

    Attendance heardUntil(Instant time) {
        return new Attendance(presence, time, missedRings);
    }

    Attendance ringMissed() {
        return new Attendance(presence, heardUntil, Math.min(missedRings + 1, Readiness.MISSED_RINGS_TOO_MANY));
    }

    /** They have done something that nobody does who is not there. */
    Attendance shown() {
        return missedRings == 0 ? this : new Attendance(presence, heardUntil, 0);
    }
}
