package io.switchlog.decider.state;

import io.switchlog.contract.Cause;
import io.switchlog.contract.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * A command that was decided, with its answer, so that a repetition gets the same one.
 *
 * @param decidedAt sequence of the last event of the decision
 * @param at the workspace's time then
 */
public record Remembered(Cause cause, Outcome outcome, long decidedAt, Instant at) {

    /** As long as ended calls are kept, and far longer than any sender repeats itself. */
    static final Duration RETENTION = Duration.ofHours(1);

    boolean isOutdatedAt(Instant now) {
        return at.plus(RETENTION).isBefore(now);
    }
}
