package io.switchlog.audit.probe;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long the probe waits for one layer. */
record Patience(Duration limit) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Looks again and again; returns whether it came true in time. */
    boolean until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    int millis() {
        return Math.toIntExact(limit.toMillis());
    }
}
