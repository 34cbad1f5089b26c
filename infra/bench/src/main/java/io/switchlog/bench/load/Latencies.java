package io.switchlog.bench.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;

/** How long requests took, from when they were due to their answer, to within 1 in 1,000. For many threads. */
public final class Latencies {

    private static final long HIGHEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);

    public void record(long took) {
        nanos.recordValue(Math.clamp(took, 0, HIGHEST_NANOS));
    }

    public double millisAt(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLISECOND;
    }

    public double p50() {
        return millisAt(50);
    }

    public double p99() {
        return millisAt(99);
    }

    public double max() {
        return nanos.getMaxValue() / NANOS_PER_MILLISECOND;
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** For people: {@code p50 7.1  p99 21.0  max 34.2 ms}. */
    public String text() {
        return "p50 %.1f  p99 %.1f  max %.1f ms".formatted(p50(), p99(), max());
    }
}
