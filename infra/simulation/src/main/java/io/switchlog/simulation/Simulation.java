package io.switchlog.simulation;

import io.switchlog.simulation.judge.Violation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Tells histories, as many as wanted, on all cores: each on one thread, and from its own seed. */
public final class Simulation {

    /** Between two reports of progress, and between two looks whether to stop. */
    private static final int HISTORIES_AT_ONCE = 1_000;

    private final Coverage coverage = new Coverage();
    private final LongConsumer progress;

    /** @param progress is told now and then how many histories have been told */
    public Simulation(LongConsumer progress) {
        this.progress = progress;
    }

    public Coverage coverage() {
        return coverage;
    }

    /**
     * Tells the histories of {@code count} seeds.
     *
     * @param from the first seed; the others follow
     * @return the one with the least seed that the judge objects to, in words; the rest is not told then
     */
    public Optional<String> run(long from, long count) {
        for (long told = 0; told < count; told += HISTORIES_AT_ONCE) {
            long first = from + told;
            long next = from + Math.min(count, told + HISTORIES_AT_ONCE);
            ConcurrentSkipListSet<Long> bad = new ConcurrentSkipListSet<>();
            LongStream.range(first, next).parallel().forEach(seed -> {
                Told history = History.tell(seed, false);
                coverage.add(history);
                if (!history.isGood()) {
                    bad.add(seed);
                }
            });
            progress.accept(next - from);
            if (!bad.isEmpty()) {
                return Optional.of(explain(bad.first()));
            }
        }
        return Optional.empty();
    }

    /** Tells a history in words, whether or not the judge objects to it. */
    public static String explain(long seed) {
        Told history = History.tell(seed, true);
        return String.join(System.lineSeparator(), history.trace())
                + System.lineSeparator()
                + System.lineSeparator()
                + sentence(history)
                + System.lineSeparator()
                + "This history alone: ./switchlog bench simulation --seeds 1 --from " + seed;
    }

    /** The names of the invariants that the history of that seed breaks, the first one first. */
    public static List<String> broken(long seed) {
        return History.tell(seed, false).violations().stream()
                .map(violation -> violation.invariant().name())
                .distinct()
                .toList();
    }

    private static String sentence(Told history) {
        return "Seed " + history.seed() + (history.isGood() ? " breaks nothing." : " breaks:") + System.lineSeparator()
                + history.violations().stream()
                        .map(Violation::toString)
                        .distinct()
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
