package io.switchlog.simulator.switches;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one callback; drawn once, before it leaves.
 *
 * @param lost it never arrives
 * @param answerLost it arrives, and its answer does not
 * @param repeatedAfter how long after the first it is sent again; null for never
 * @param firstAnswerCounts which of the two answers Twilio goes by, if it is repeated
 * @param late how much later than it should it leaves
 * @param overtakenWithin how long it waits at most for a later callback to overtake it; null for not at all
 */
public record CallbackFate(
        boolean lost,
        boolean answerLost,
        @Nullable Duration repeatedAfter,
        boolean firstAnswerCounts,
        Duration late,
        @Nullable Duration overtakenWithin) {

    static final CallbackFate LOST = new CallbackFate(true, false, null, true, Duration.ZERO, null);

    /** Whether it leaves the line, so that those behind it do not wait for it. */
    public boolean fallsBehind() {
        return !late.isZero() || overtakenWithin != null;
    }

    /** Whether anything is wrong with it. */
    public boolean isTroubled() {
        return lost || answerLost || repeatedAfter != null || fallsBehind();
    }
}
