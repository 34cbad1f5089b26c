package io.switchlog.simulation.world;

import io.switchlog.simulation.judge.GroundTruth;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What everything in a history lives in.
 *
 * @param truth what really happened, for the judge alone: nothing in the world may look at it
 */
public record World(
        Agenda agenda,
        Chance chance,
        Faults faults,
        Map<Consequence, Integer> consequences,
        Trace trace,
        GroundTruth truth) {

    /** When every history begins. */
    public static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

    public World(Agenda agenda, Chance chance, Faults faults, Trace trace) {
        this(agenda, chance, faults, new EnumMap<>(Consequence.class), trace, new GroundTruth());
    }

    /** A world without faults, of which no word is written and which nobody judges. */
    public static World inPeace(Chance chance) {
        Agenda agenda = new Agenda();
        return new World(
                agenda,
                chance,
                new Faults(agenda, chance, 0, 0),
                new EnumMap<>(Consequence.class),
                new Trace(agenda, false),
                GroundTruth.ofALongTime());
    }

    public long now() {
        return agenda.now();
    }

    public void in(long delayMillis, Runnable step) {
        agenda.in(delayMillis, step);
    }

    /** What a clock shows that is wrong by so much. */
    public Instant clock(long wrongByMillis) {
        return BEGINNING.plusMillis(agenda.now() + wrongByMillis);
    }

    public void saw(Consequence consequence) {
        consequences.merge(consequence, 1, Integer::sum);
    }
}
