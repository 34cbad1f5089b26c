package io.switchlog.simulation.world;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All that is left to chance in a history: one generator, with a named algorithm, so that a seed means the same in every JVM. */
public final class Chance {

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;

    public Chance(long seed) {
        this.generator = ALGORITHM.create(seed);
    }

    public boolean of(double probability) {
        return generator.nextDouble() < probability;
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return generator.nextInt(least, most + 1);
    }

    /**
     * A time in milliseconds: mostly near the least, now and then near the most, as delays are.
     *
     * @param mostMillis longest possible
     */
    public long delay(int leastMillis, int mostMillis) {
        double skewed = Math.pow(generator.nextDouble(), 3);
        return leastMillis + Math.round(skewed * (mostMillis - leastMillis));
    }

    /** A time in milliseconds until something that may happen at any moment, however long nothing has happened. */
    public long exponential(long meanMillis) {
        // StrictMath, since Math may differ in the last digit from JVM to JVM.
        return Math.round(-StrictMath.log(1 - generator.nextDouble()) * meanMillis);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(generator.nextInt(choices.size()));
    }

    /** A word of lower-case letters and digits. */
    public String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(Character.forDigit(generator.nextInt(36), 36));
        }
        return word.toString();
    }
}
