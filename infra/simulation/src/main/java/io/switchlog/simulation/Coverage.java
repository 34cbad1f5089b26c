package io.switchlog.simulation;

import io.switchlog.simulation.judge.Outcome;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What many histories have met: a simulation in which nothing happens proves nothing. */
public final class Coverage {

    private final Map<String, Integer> times = new TreeMap<>();
    private final Map<String, Integer> histories = new TreeMap<>();
    private long told;
    private long commands;
    private long events;

    synchronized void add(Told history) {
        told++;
        commands += history.commands().size();
        events += history.events().size();
        history.met().forEach((what, count) -> {
            times.merge(what, count, Integer::sum);
            histories.merge(what, 1, Integer::sum);
        });
    }

    /** In how many histories it was met. */
    public synchronized int histories(String what) {
        return histories.getOrDefault(what, 0);
    }

    /** A table for people. */
    public synchronized String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%,d histories, %,d commands, %,d events%n%n%-32s %12s %12s%n",
                told,
                commands,
                events,
                "",
                "times",
                "of histories"));
        section(table, "Outcomes", names(Outcome.values()));
        section(table, "Faults", names(Fault.values()));
        section(table, "Consequences", names(Consequence.values()));
        section(
                table,
                "Events",
                times.keySet().stream().filter(Coverage::isEventType).toList());
        return table.toString();
    }

    private void section(StringBuilder table, String title, List<String> lines) {
        table.append(title).append(System.lineSeparator());
        lines.forEach(what -> table.append(String.format(
                Locale.ROOT,
                "  %-30s %,12d %11.1f%%%n",
                what,
                times.getOrDefault(what, 0),
                100.0 * histories.getOrDefault(what, 0) / Math.max(1, told))));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Events are called as their types are; everything else as a constant is. */
    private static boolean isEventType(String what) {
        return !what.equals(what.toUpperCase(Locale.ROOT));
    }
}
