package io.switchlog.simulation.world;

import java.util.PriorityQueue;

/**
 * Simulated time, and what is going to happen in it. Nothing waits: time jumps to whatever is next. Of two things at the same
 * millisecond the one that was scheduled first happens first, so that a seed tells the same history everywhere.
 */
public final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long nowMillis;
    private long scheduled;

    public long now() {
        return nowMillis;
    }

    public void in(long delayMillis, Runnable step) {
        entries.add(new Entry(nowMillis + delayMillis, scheduled++, step));
    }

    public void at(long timeMillis, Runnable step) {
        in(Math.max(0, timeMillis - nowMillis), step);
    }

    /** Lets everything happen that is due until then. */
    public void runUntil(long timeMillis) {
        Entry next = entries.peek();
        while (next != null && next.timeMillis <= timeMillis) {
            entries.remove();
            nowMillis = next.timeMillis;
            next.step.run();
            next = entries.peek();
        }
        nowMillis = timeMillis;
    }

    private record Entry(long timeMillis, long order, Runnable step) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }
}
