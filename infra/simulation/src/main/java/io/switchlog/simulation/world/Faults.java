package io.switchlog.simulation.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The faults of one history. Each kind happens in half of the histories only, and there more or less often: a history in which
 * everything fails at once would never get to the rarer ways of failing. After a while they cease, so that it can be seen
 * whether everything comes to a good end.
 */
public final class Faults {

    /** The log may be away for so long, and a report may come so late (or an hour late, which nobody waits for). */
    private static final long LONGEST_FAULT_MILLIS = 100_000;

    private final Agenda agenda;
    private final Chance chance;
    private final long beginAtMillis;
    private final long ceaseAtMillis;
    private final boolean calmDay;
    private final Map<Fault, Double> probabilities = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);

    public Faults(Agenda agenda, Chance chance, long beginAtMillis, long ceaseAtMillis) {
        this.agenda = agenda;
        this.chance = chance;
        this.beginAtMillis = beginAtMillis;
        this.ceaseAtMillis = ceaseAtMillis;
        this.calmDay = chance.of(0.15);
        for (Fault fault : Fault.values()) {
            double intensity = chance.delay(200, 3000) / 1000.0;
            boolean happens = chance.of(0.5) && !calmDay;
            probabilities.put(fault, happens ? Math.min(0.5, fault.onABadDay() * intensity) : 0);
        }
    }

    /** Whether it goes wrong in this way now. */
    public boolean strike(Fault fault) {
        boolean strikes = agenda.now() >= beginAtMillis
                && agenda.now() < ceaseAtMillis
                && chance.of(probabilities.getOrDefault(fault, 0.0));
        if (strikes) {
            met.merge(fault, 1, Integer::sum);
        }
        return strikes;
    }

    /** Whether anything may yet go wrong. */
    public boolean goOn() {
        return agenda.now() < ceaseAtMillis;
    }

    /** From when on nothing is wrong any more: the last fault may have lasted for a while. */
    public long mendedAtMillis() {
        return calmDay ? 0 : ceaseAtMillis + LONGEST_FAULT_MILLIS;
    }

    /** How often each fault has happened. */
    public Map<Fault, Integer> met() {
        return Collections.unmodifiableMap(met);
    }
}
