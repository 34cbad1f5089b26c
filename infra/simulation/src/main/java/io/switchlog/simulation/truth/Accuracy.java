package io.switchlog.simulation.truth;

import java.util.stream.IntStream;

/** {@code ./switchlog bench accuracy}: working days, as many as wanted, on all cores; each on one thread, and from its own seed. */
public final class Accuracy {

    private Accuracy() {}

    /**
     * Lives through so many days, and returns the sum. The same seed brings the same people, callers and troubles, whatever the
     * checks.
     *
     * @param agents how many are registered; four in five of them are on duty on a day, in two shifts
     */
    public static Figures measure(long seed, int days, int agents, Checks checks) {
        return IntStream.rangeClosed(1, days)
                .parallel()
                .mapToObj(day -> Workday.live(seed, day, agents, checks))
                .reduce(Figures.NONE, Figures::plus);
    }
}
