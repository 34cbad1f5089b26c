package io.switchlog.engine;

import java.time.Duration;

/**
 * When decisions are committed, and so can be read. A commit takes some milliseconds in which nothing is decided: a click
 * should not wait for company, and a flood should not be slowed down by a commit for every few commands.
 *
 * <p>So what comes singly is committed at once, and what comes in masses is left to {@link #MAX_INTERVAL}. Masses are told by
 * counting: clocks of brokers and engines may be apart, so a command's age says nothing.
 *
 * <p>Between two commits there is time to decide, however long commits take: else a busy broker would have every command
 * committed by itself, and the engine would decide no more than there are commits.
 */
final class CommitPace {

    /** Kafka Streams commits by itself this long after the last commit. */
    static final Duration MAX_INTERVAL = Duration.ofMillis(50);

    /** From the end of a commit to the next one that is asked for here, and how often {@link #isDue} should be asked. */
    static final Duration MIN_INTERVAL = Duration.ofMillis(5);

    /** More decisions than this within {@link #MIN_INTERVAL} are a flood: 5,000 a second. */
    private static final int FLOOD = 25;

    private boolean uncommitted;
    private int decided;
    /** Begin of the time in which decisions are counted. */
    private long sinceNanos;
    /** Until the next call, which comes after the commit, since both come from one thread. */
    private boolean asked;

    CommitPace(long nowNanos) {
        this.sinceNanos = nowNanos - MIN_INTERVAL.toNanos();
    }

    /** A command was decided. Returns whether to ask for a commit now. */
    boolean decided(long nowNanos) {
        resumeAfterCommit(nowNanos);
        uncommitted = true;
        decided++;
        return isDue(nowNanos);
    }

    /** Whether to ask for a commit now. */
    boolean isDue(long nowNanos) {
        resumeAfterCommit(nowNanos);
        if (!uncommitted || nowNanos - sinceNanos < MIN_INTERVAL.toNanos()) {
            return false;
        }
        boolean isFlood = decided > FLOOD;
        if (isFlood) {
            sinceNanos = nowNanos;
            decided = 0;
        } else {
            asked = true;
            uncommitted = false;
        }
        return !isFlood;
    }

    private void resumeAfterCommit(long nowNanos) {
        if (asked) {
            asked = false;
            sinceNanos = nowNanos;
            decided = 0;
        }
    }
}
