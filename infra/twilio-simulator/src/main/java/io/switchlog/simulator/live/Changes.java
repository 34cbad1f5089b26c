package io.switchlog.simulator.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts what happens to calls, devices and switches, so that a stream can wait for the next of it. What happened it does
 * not say: a stream looks for itself, and cannot miss anything, as it counts before it looks.
 */
@Component
public final class Changes {
    private long count;

    /** To be called after the change can be seen. */
    public synchronized void happened() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Returns once there are more than {@code seen}, or after that time. */
    synchronized void awaitMoreThan(long seen, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (count <= seen && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }
}
