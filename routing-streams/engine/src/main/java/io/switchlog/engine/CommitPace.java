package io.switchlog.engine;

import java.time.Duration;

/**
 * When decisions are committed, and so can be read. A commit takes some milliseconds in which nothing is decided: a click
 * should not wait for company, and a flood should not be slowed down by a commit for every few commands.
 *
 * <p>So what comes singly is committed at once, and what comes in masses is left to {@link #MAX_INTERVAL}. It is a flood while
 * more time is spent deciding than waiting. That holds for a cold machine as for a warm one, where a count would not, and a
 * command's age would say nothing, since clocks of brokers and engines may be apart.
 *
 * <p>Between two commits there is time to decide, however long commits take: else a busy broker would have every command
 * committed by itself, and the engine would decide no more than there are commits.
 */
final class CommitPace {

    /** Kafka Streams commits by itself this long after the last commit. */
    static final Duration MAX_INTERVAL = Duration.ofMillis(100);

    /** From the end of a commit to the next one that is asked for here, and how often {@link #isDue} should be asked. */
    static final Duration MIN_INTERVAL = Duration.ofMillis(5);

    private boolean uncommitted;
    /** Begin of the time that is looked at. */
    private long sinceNanos;
    /** How much of it was spent deciding. */
    private long decidingNanos;
    /** Until the next call, which comes after the commit, since both come from one thread. */
    private boolean asked;

    CommitPace(long nowNanos) {
        this.sinceNanos = nowNanos - MIN_INTERVAL.toNanos();
    }

    /** A command was decided. Returns whether to ask for a commit now. */
    boolean decided(long startedNanos, long endedNanos) {
        resumeAfterCommit(startedNanos);
        uncommitted = true;
        decidingNanos += endedNanos - startedNanos;
        return isDue(endedNanos);
    }

    /** Whether to ask for a commit now. */
    boolean isDue(long nowNanos) {
        resumeAfterCommit(nowNanos);
        long passed = nowNanos - sinceNanos;
        if (!uncommitted || passed < MIN_INTERVAL.toNanos()) {
            return false;
        }
        boolean isFlood = decidingNanos > passed / 2;
        if (isFlood) {
            lookFrom(nowNanos);
        } else {
            asked = true;
            uncommitted = false;
        }
        return !isFlood;
    }

    private void resumeAfterCommit(long nowNanos) {
        if (asked) {
            asked = false;
            lookFrom(nowNanos);
        }
    }

    private void lookFrom(long nowNanos) {
        sinceNanos = nowNanos;
        decidingNanos = 0;
    }
}
