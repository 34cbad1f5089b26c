package io.switchlog.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SituationTest {

    private final Situation situation = new Situation();

    @Test
    void nobody_can_answer_from_home() {
        assertThat(situation.couldAnswer()).isFalse();
        situation.come();
        assertThat(situation.couldAnswer()).isTrue();
        situation.goHome();
        assertThat(situation.couldAnswer()).isFalse();
    }

    @Test
    void a_page_that_sleeps_rings_all_the_same() {
        situation.come();
        situation.befall(Trouble.PAGE_ASLEEP);

        assertThat(situation.couldAnswer()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PAGE_ASLEEP")
    void every_other_trouble_alone_keeps_from_answering_until_it_is_mended(Trouble trouble) {
        situation.come();
        situation.befall(trouble);
        assertThat(situation.couldAnswer()).isFalse();

        situation.mend(trouble);
        assertThat(situation.couldAnswer()).isTrue();
    }

    @Test
    void who_has_walked_away_lacks_only_the_person_as_long_as_the_device_would_ring() {
        situation.come();
        situation.befall(Trouble.WALKED_AWAY);
        assertThat(situation.lacksOnlyThePerson()).isTrue();

        situation.befall(Trouble.CUT_OFF);
        assertThat(situation.lacksOnlyThePerson()).isFalse();
    }
}
