package io.switchlog.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One day of a small desk: enough to tell checks from none, and not for figures to be proud of. */
class AccuracyTest {

    private static final long SEED = 1;
    private static final int AGENTS = 8;

    private static Figures with = Figures.NONE;
    private static Figures without = Figures.NONE;
    private static Figures told = Figures.NONE;

    @BeforeAll
    static void liveTheDay() {
        with = Accuracy.measure(SEED, 1, AGENTS, Checks.ON);
        without = Accuracy.measure(SEED, 1, AGENTS, Checks.OFF);
        told = Accuracy.measure(SEED, 1, AGENTS, Checks.ON.tellingWhoDoesNotAnswer());
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        assertThat(Accuracy.measure(SEED, 1, AGENTS, Checks.ON)).isEqualTo(with);
    }

    @Test
    void another_seed_is_another_day() {
        assertThat(Day.drawn(SEED, 1, AGENTS)).isNotEqualTo(Day.drawn(SEED + 1, 1, AGENTS));
        assertThat(Day.drawn(SEED, 1, AGENTS)).isNotEqualTo(Day.drawn(SEED, 2, AGENTS));
    }

    @Test
    void both_ways_have_the_same_callers_and_hours() {
        assertThat(with.calls()).isEqualTo(without.calls()).isPositive();
        assertThat(with.agentMillis())
                .isEqualTo(without.agentMillis())
                .isEqualTo(AGENTS * (Day.CLOSES_AT_MILLIS - Day.OPENS_AT_MILLIS));
    }

    @Test
    void checks_beat_none() {
        assertThat(with.trueRingShare()).isGreaterThan(without.trueRingShare());
        assertThat(with.falselyAvailable()).isLessThan(without.falselyAvailable() / 2);
        assertThat(with.accuracy()).isGreaterThan(without.accuracy());
    }

    /** Nothing of what is shown as unavailable without checks was made up: they say so themselves, or hold a call. */
    @Test
    void without_checks_nobody_is_hidden_who_wants_calls() {
        assertThat(without.falselyUnavailable()).isLessThan(0.001);
    }

    /** They sleep for a tenth of a shift: were they gone between their heartbeats, it would be some 2.5 % of all agents' time. */
    @Test
    void pages_that_sleep_do_not_count_as_gone() {
        assertThat(Day.drawn(SEED, 1, AGENTS).shifts())
                .flatExtracting(Shift::spells)
                .extracting(Spell::what)
                .contains(Trouble.PAGE_ASLEEP);
        assertThat(told.falselyUnavailable()).isLessThan(0.005);
    }

    @Test
    void what_is_false_by_people_is_part_of_what_is_false() {
        assertThat(with.walkedAwayMillis()).isPositive().isLessThan(with.falselyAvailableMillis());
        assertThat(with.accuracyOfBrowsers()).isGreaterThan(with.accuracy());
    }
}
