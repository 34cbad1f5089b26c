package io.switchlog.simulation.truth;

import io.switchlog.simulation.world.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One agent's day, as it would be if nobody called. Times in milliseconds since the day's beginning.
 *
 * @param yesterday how they went home the day before
 * @param comesAtMillis {@link #NEVER} on a day off
 * @param spells whatever keeps them from answering, in order
 * @param today how they mean to go home
 */
record Shift(
        String agentId, Leaving yesterday, long comesAtMillis, long goesAtMillis, List<Spell> spells, Leaving today) {

    static final long NEVER = Long.MAX_VALUE;
    static final int LENGTH_MILLIS = 8 * 3_600_000;

    private static final int PUNCTUAL_WITHIN_MILLIS = 8 * 60_000;

    /** Part time, holidays, illness. */
    private static final double HAS_THE_DAY_OFF = 0.2;

    /** Who goes for lunch, or has a smoke, mostly says so: nine in ten. */
    private static final double SAYS_NOTHING_OF_A_BREAK = 0.1;

    private static final int LUNCH_MILLIS = 30 * 60_000;
    private static final int SHORTEST_BREAK_MILLIS = 5 * 60_000;
    private static final int LONGEST_BREAK_MILLIS = 12 * 60_000;

    /**
     * Draws a day.
     *
     * @param beginsAtMillis when the shift begins; people come some minutes earlier
     */
    static Shift drawn(String agentId, long beginsAtMillis, Chance chance) {
        Leaving yesterday = Leaving.drawn(chance);
        Leaving today = Leaving.drawn(chance);
        if (chance.of(HAS_THE_DAY_OFF)) {
            return new Shift(agentId, yesterday, NEVER, NEVER, List.of(), today);
        }
        long comesAt = beginsAtMillis - chance.between(0, PUNCTUAL_WITHIN_MILLIS);
        long goesAt = beginsAtMillis + LENGTH_MILLIS + chance.between(0, PUNCTUAL_WITHIN_MILLIS);
        List<Spell> spells = new ArrayList<>(breaks(beginsAtMillis, chance));
        for (Trouble trouble : Trouble.values()) {
            if (trouble.perShift() > 0) {
                spells.addAll(spells(trouble, comesAt, goesAt, chance));
            }
        }
        spells.sort(Comparator.comparingLong(Spell::fromMillis));
        return new Shift(agentId, yesterday, comesAt, goesAt, List.copyOf(spells), today);
    }

    boolean isADayOff() {
        return comesAtMillis == NEVER;
    }

    /** Lunch in the middle, and a short break before and after it. */
    private static List<Spell> breaks(long beginsAtMillis, Chance chance) {
        List<Spell> breaks = new ArrayList<>();
        for (int quarter = 1; quarter <= 3; quarter++) {
            long from = beginsAtMillis + quarter * (LENGTH_MILLIS / 4L) + chance.between(-30, 30) * 60_000L;
            long length = quarter == 2 ? LUNCH_MILLIS : chance.between(SHORTEST_BREAK_MILLIS, LONGEST_BREAK_MILLIS);
            Trouble what = chance.of(SAYS_NOTHING_OF_A_BREAK) ? Trouble.WALKED_AWAY : Trouble.ON_BREAK;
            breaks.add(new Spell(what, from, from + length));
        }
        return breaks;
    }

    private static List<Spell> spells(Trouble trouble, long comesAt, long goesAt, Chance chance) {
        List<Spell> spells = new ArrayList<>();
        long meanBetween = Math.round(LENGTH_MILLIS / trouble.perShift());
        long from = comesAt + chance.exponential(meanBetween);
        while (from < goesAt) {
            boolean never = trouble == Trouble.CRASHED && chance.of(Trouble.NEVER_MENDED);
            long length = chance.delay(trouble.leastMillis(), trouble.mostMillis());
            long to = never ? goesAt : Math.min(goesAt, from + length);
            spells.add(new Spell(trouble, from, to));
            from = to + chance.exponential(meanBetween);
        }
        return spells;
    }
}
