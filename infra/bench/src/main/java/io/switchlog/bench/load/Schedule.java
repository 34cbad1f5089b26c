package io.switchlog.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When requests are due, fixed before the first is sent. People click independently of each other, so arrivals are those of
 * a Poisson process, given how many there are: uniformly distributed times in order.
 *
 * @param dueNanos after the start, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and only read.
public record Schedule(long[] dueNanos) {

    /** As many as the rate brings in that time, the same ones for the same seed. */
    public static Schedule of(double perSecond, Duration length, long seed) {
        Random random = new Random(seed);
        int count = (int) Math.round(perSecond * length.toMillis() / 1_000);
        long[] due = random.longs(count, 0, length.toNanos()).toArray();
        Arrays.sort(due);
        return new Schedule(due);
    }

    public int size() {
        return dueNanos.length;
    }
}
