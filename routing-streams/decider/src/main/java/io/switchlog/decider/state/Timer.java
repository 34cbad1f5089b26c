package io.switchlog.decider.state;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that is due at a time unless the call moves on first.
 *
 * @param timerId unique within the call
 */
public record Timer(Instant dueAt, String callSid, String timerId) implements Comparable<Timer> {

    private static final Comparator<Timer> BY_DUE_TIME =
            Comparator.comparing(Timer::dueAt).thenComparing(Timer::callSid).thenComparing(Timer::timerId);

    @Override
    public int compareTo(Timer other) {
        return BY_DUE_TIME.compare(this, other);
    }
}
