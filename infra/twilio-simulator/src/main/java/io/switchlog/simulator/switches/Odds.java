package io.switchlog.simulator.switches;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How likely a fault is to strike, and how often it still may. */
final class Odds {
    private Odds() {}

    /**
     * Draws, and uses up one time when it strikes.
     *
     * @param probability from 0 to 1; always, if null
     * @param count without end, if null
     */
    static boolean strike(@Nullable Double probability, @Nullable Allowance count, RandomGenerator chance) {
        boolean drawn = probability == null || chance.nextDouble() < probability;
        return drawn && (count == null || count.take());
    }
}
