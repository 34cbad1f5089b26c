package io.switchlog.bench.load;

import java.util.Map;
import java.util.TreeMap;

/** How much is done per second of something that is watched from outside, once it is warm. */
public final class SteadyRate {

    private final TreeMap<Long, Long> reachedAt = new TreeMap<>();

    /** So much is done by now. */
    public void seen(long done) {
        reachedAt.putIfAbsent(done, System.nanoTime());
    }

    /**
     * The rate over all but the beginning.
     *
     * @param total how much there was to do, and is done
     * @param warmUp share of it that does not count, while the just-in-time compiler is at work
     * @throws IllegalStateException if it went too fast to be seen
     */
    public double perSecond(long total, double warmUp) {
        Map.Entry<Long, Long> from = reachedAt.ceilingEntry((long) (total * warmUp));
        Map.Entry<Long, Long> to = reachedAt.floorEntry(total);
        if (from == null || to == null || from.getKey() >= to.getKey()) {
            throw new IllegalStateException("too little to measure: " + total);
        }
        return (to.getKey() - from.getKey()) * 1e9 / (to.getValue() - from.getValue());
    }
}
