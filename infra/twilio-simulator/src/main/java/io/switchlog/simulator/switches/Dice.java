package io.switchlog.simulator.switches;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance that can be repeated.
 *
 * <p>Calls run at the same time, so numbers drawn from one stream would fall to whoever comes first, and never twice to the
 * same. Each draw is therefore made from the seed and from what it is about: with the same seed, the nth callback of a kind in
 * the mth call meets the same fate.
 */
record Dice(long seed) {

    RandomGenerator about(int call, String what, int nth) {
        return new SplittableRandom(mixed(mixed(mixed(seed, call), what.hashCode()), nth));
    }

    private static long mixed(long state, long more) {
        return new SplittableRandom(state ^ more).nextLong();
    }
}
