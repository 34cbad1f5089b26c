package io.switchlog.bench;

import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import io.switchlog.simulation.truth.Accuracy;
import io.switchlog.simulation.truth.Checks;
import io.switchlog.simulation.truth.Figures;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accuracy}: simulated working days, once with signs of life and once without. */
@Command(
        name = "accuracy",
        showDefaultValues = true,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Says how true the board is and whom calls ring, in simulated working days whose browsers crash, sleep, lose their"
                        + " network and lie: once with heartbeats, and beside it the same days without. A seed gives the same figures"
                        + " everywhere; an aim that is missed is said, and no error.")
final class AccuracyBench implements Callable<Integer> {

    private static final double AIM_FEWER_FALSELY_AVAILABLE = 0.8;
    private static final double AIM_ACCURACY = 0.99;
    private static final double AIM_FEWER_MISSED = 0.5;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "SEED", description = "A whole number.")
    long seed;

    @Option(names = "--days", defaultValue = "10", paramLabel = "N", description = "How many working days.")
    int days;

    @Option(
            names = "--agents",
            defaultValue = "40",
            paramLabel = "N",
            description = "How many are registered; four in five of them come on a day, in two shifts.")
    int agents;

    @Option(
            names = "--variants",
            description = "Also the same days under other settings, and smaller and larger desks.")
    boolean variants;

    private final Findings findings = new Findings(System.out);

    @Override
    public Integer call() {
        System.out.printf(
                "Switchlog bench: seed %d, %d working days, %d agents; beside, the same days without heartbeats%n",
                seed, days, agents);
        Figures without = measure(agents, Checks.OFF);
        Figures with = measure(agents, Checks.ON);
        addRings(with, without);
        addCalls(with, without);
        addBoard(with, without);
        addVariant("Pages say who does not answer", Checks.ON.tellingWhoDoesNotAnswer(), without);
        if (variants) {
            addOtherSettings(without);
            addOtherDesks();
        }
        System.out.println();
        System.out.println(findings.text());
        return 0;
    }

    private Figures measure(int registered, Checks checks) {
        return Accuracy.measure(seed, days, registered, checks);
    }

    private void addRings(Figures with, Figures without) {
        add("Rings of somebody who could answer", rings(with), rings(without));
        add(
                "  without those who had walked away",
                percent(with.trueRingShareOfBrowsers()),
                percent(without.trueRingShareOfBrowsers()));
    }

    private void addCalls(Figures with, Figures without) {
        add(
                "Calls connected",
                "%,d of %,d".formatted(with.connected(), with.calls()),
                "%,d".formatted(without.connected()));
        double fewer = fewer(with.missed(), without.missed());
        findings.add(new Row(
                "Calls missed",
                "%,d".formatted(with.missed()),
                "≥ %.0f %% fewer".formatted(100 * AIM_FEWER_MISSED),
                fewer >= AIM_FEWER_MISSED,
                "%,d: %s".formatted(without.missed(), inWords(fewer))));
        add(
                "  though somebody could have answered",
                "%,d".formatted(with.avoidablyMissed()),
                "%,d: %s"
                        .formatted(
                                without.avoidablyMissed(),
                                inWords(fewer(with.avoidablyMissed(), without.avoidablyMissed()))));
        add("Wait until connected, mean", seconds(with), seconds(without));
    }

    private void addBoard(Figures with, Figures without) {
        double fewer = fewer(with.falselyAvailableMillis(), without.falselyAvailableMillis());
        findings.add(new Row(
                "Falsely available, of agent-time",
                percent(with.falselyAvailable()),
                "≥ %.0f %% less".formatted(100 * AIM_FEWER_FALSELY_AVAILABLE),
                fewer >= AIM_FEWER_FALSELY_AVAILABLE,
                "%s: %s".formatted(percent(without.falselyAvailable()), inWords(fewer))));
        add(
                "  without those who had walked away",
                percent(with.falselyAvailableOfBrowsers()),
                percent(without.falselyAvailableOfBrowsers()));
        add("  by the word in the column", percent(with.calledAvailable()), percent(without.calledAvailable()));
        add("Falsely unavailable", percent(with.falselyUnavailable()), percent(without.falselyUnavailable()));
        addAccuracy("Accuracy of the board", with, without);
        add(
                "  without those who had walked away",
                percent(with.accuracyOfBrowsers()),
                percent(without.accuracyOfBrowsers()));
        add(
                "  while they say available, and are free",
                percent(with.accuracyWhileWaiting()),
                percent(without.accuracyWhileWaiting()));
    }

    private void addOtherSettings(Figures without) {
        addVariant("Heartbeat time-out of 10 s", Checks.ON.withHeartbeatTimeout(10), without);
        addVariant("Heartbeat time-out of 60 s", Checks.ON.withHeartbeatTimeout(60), without);
        addVariant("No fallback to the unproven", Checks.ON.withoutFallback(), without);
    }

    private void addVariant(String what, Checks checks, Figures without) {
        Figures figures = measure(agents, checks);
        addAccuracy(what + ": accuracy", figures, without);
        add("  falsely available", percent(figures.falselyAvailable()), percent(without.falselyAvailable()));
        add("  falsely unavailable", percent(figures.falselyUnavailable()), percent(without.falselyUnavailable()));
        addMissed("  calls missed", figures, without);
    }

    /** A small desk misses calls since everybody talks, a large one since those who are gone are rung before those who are there. */
    private void addOtherDesks() {
        for (int others : new int[] {agents / 2, agents * 2}) {
            addMissed(
                    "Calls missed with %d agents".formatted(others),
                    measure(others, Checks.ON),
                    measure(others, Checks.OFF));
        }
    }

    private void addAccuracy(String what, Figures with, Figures without) {
        findings.add(new Row(
                what,
                percent(with.accuracy()),
                "≥ %.0f %%".formatted(100 * AIM_ACCURACY),
                with.accuracy() >= AIM_ACCURACY,
                percent(without.accuracy())));
    }

    private void addMissed(String what, Figures with, Figures without) {
        add(
                what,
                "%,d of %,d".formatted(with.missed(), with.calls()),
                "%,d: %s".formatted(without.missed(), inWords(fewer(with.missed(), without.missed()))));
    }

    private void add(String what, String with, String without) {
        findings.add(new Row(what, with, "", null, without));
    }

    private static double fewer(long with, long without) {
        return 1 - (double) with / without;
    }

    private static String inWords(double fewer) {
        return "%.0f %% %s".formatted(100 * Math.abs(fewer), fewer < 0 ? "more" : "less");
    }

    private static String rings(Figures figures) {
        return "%s of %,d".formatted(percent(figures.trueRingShare()), figures.rings());
    }

    private static String percent(double share) {
        return "%.2f %%".formatted(100 * share);
    }

    private static String seconds(Figures figures) {
        return "%.1f s".formatted(figures.waitedSeconds());
    }
}
