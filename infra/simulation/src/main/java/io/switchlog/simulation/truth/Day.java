package io.switchlog.simulation.truth;

import io.switchlog.simulation.world.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * A working day before it happens: who comes, what befalls them, and who calls. It depends on nothing but its seed, so that a day with
 * checks and one without are the same day.
 *
 * <p>The desk is open for twelve hours, in two shifts that overlap in the middle. As callers do not queue, enough are on duty that not
 * one caller in a hundred finds everybody talking: eight calls an hour and agent, of three minutes each.
 */
record Day(List<Shift> shifts, List<Call> calls) {

    /** Before that, yesterday's people go home. */
    static final long OPENS_AT_MILLIS = 10 * 60_000;

    static final long CLOSES_AT_MILLIS = OPENS_AT_MILLIS + 12 * 3_600_000;

    private static final long LATE_SHIFT_AT_MILLIS = OPENS_AT_MILLIS + 4 * 3_600_000;

    private static final double CALLS_PER_AGENT_AND_HOUR = 8;

    private static final long HOUR_MILLIS = 3_600_000;

    private static final long MEAN_CONVERSATION_MILLIS = 180_000;
    private static final long SHORTEST_CONVERSATION_MILLIS = 15_000;

    /**
     * Callers wait 37 s (North America) to 72 s (Asia) on average before they hang up, as Dimension Data's survey of contact centres
     * has it: http://human-technologies.com/Aug07AbandonedCalls.htm.
     */
    private static final long MEAN_PATIENCE_MILLIS = 60_000;

    private static final long SHORTEST_PATIENCE_MILLIS = 5_000;

    /**
     * Somebody who calls.
     *
     * @param patienceMillis when they hang up unless somebody answers
     * @param talksForMillis when they hang up after somebody did
     */
    record Call(String callSid, long atMillis, long patienceMillis, long talksForMillis) {}

    static Day drawn(long seed, int number, int agents) {
        List<Shift> shifts = new ArrayList<>();
        for (int i = 1; i <= agents; i++) {
            long beginsAt = i % 2 == 0 ? OPENS_AT_MILLIS : LATE_SHIFT_AT_MILLIS;
            shifts.add(Shift.drawn("agent" + i, beginsAt, chance(seed, number, i)));
        }
        return new Day(List.copyOf(shifts), calls(shifts, chance(seed, number, 0)));
    }

    /** For each agent a sequence of their own: with one more agent, the others' days stay as they were. */
    static Chance chance(long seed, int day, int whose) {
        return new Chance((seed * 1_000_003 + day) * 1_000_003 + whose);
    }

    private static List<Call> calls(List<Shift> shifts, Chance chance) {
        List<Call> calls = new ArrayList<>();
        long meanBetween = Math.round(HOUR_MILLIS / (CALLS_PER_AGENT_AND_HOUR * shifts.size()));
        long at = OPENS_AT_MILLIS + chance.exponential(meanBetween);
        while (at < CLOSES_AT_MILLIS) {
            if (chance.of((double) onDuty(shifts, at) / shifts.size())) {
                calls.add(new Call(
                        "CAcall" + (calls.size() + 1),
                        at,
                        SHORTEST_PATIENCE_MILLIS + chance.exponential(MEAN_PATIENCE_MILLIS - SHORTEST_PATIENCE_MILLIS),
                        SHORTEST_CONVERSATION_MILLIS
                                + chance.exponential(MEAN_CONVERSATION_MILLIS - SHORTEST_CONVERSATION_MILLIS)));
            }
            at += chance.exponential(meanBetween);
        }
        return List.copyOf(calls);
    }

    private static long onDuty(List<Shift> shifts, long at) {
        return shifts.stream()
                .filter(shift -> shift.comesAtMillis() <= at && at < shift.goesAtMillis())
                .count();
    }
}
