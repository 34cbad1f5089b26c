package io.switchlog.decider.state;

import io.switchlog.contract.Presence;
import io.switchlog.contract.Readiness;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whether an agent is there, besides what they say.
 *
 * @param heardUntil when they count as gone unless another heartbeat comes; absent while no heartbeat holds. No event says it: of all
 *     that is kept it alone changes by commands that leave none
 * @param missedRings rings in a row that nobody answered, up to {@value Readiness#MISSED_RINGS_TOO_MANY}
 * @param missedAt when the last of them was given up; absent where there is none, or it is not known
 */
public record Attendance(
        Presence presence,
        @Nullable Instant heardUntil,
        int missedRings,
        @Nullable Instant missedAt) {

    /** Of somebody who has not been heard yet. */
    public static final Attendance UNPROVEN = new Attendance(Presence.UNPROVEN, null, 0, null);

    /**
     * Who lets rings go by is not rung any more, but not for ever: they may have been away for a moment, or without a network that
     * nobody had missed yet. Simulated days (docs/presence.md) showed more harm by those who were back than by those who were not.
     */
    private static final Duration UNTIL_ANOTHER_CHANCE = Duration.ofMinutes(5);

    /** Whether a call may be handed to them: nothing speaks against it. */
    boolean mayAnswer() {
        return presence == Presence.UNPROVEN || presence == Presence.CONNECTED;
    }

    /** Whether too many rings were missed, and that is long ago. */
    public boolean deservesAnotherChance(Instant now) {
        return missedRings >= Readiness.MISSED_RINGS_TOO_MANY
                && (missedAt == null || !missedAt.plus(UNTIL_ANOTHER_CHANCE).isAfter(now));
    }

    /** Whatever was missed before was missed by a browser that was not there, or is long ago. */
    Attendance connected(boolean deviceConnected) {
        return new Attendance(Presence.of(deviceConnected), heardUntil, 0, null);
    }

    Attendance disconnected() {
        return new Attendance(Presence.DISCONNECTED, null, missedRings, missedAt);
    }

    Attendance heardUntil(Instant time) {
        return new Attendance(presence, time, missedRings, missedAt);
    }

    Attendance ringMissed(Instant at) {
        return new Attendance(presence, heardUntil, Math.min(missedRings + 1, Readiness.MISSED_RINGS_TOO_MANY), at);
    }

    /** They have done something that nobody does who is not there. */
    Attendance shown() {
        return missedRings == 0 ? this : new Attendance(presence, heardUntil, 0, null);
    }
}
