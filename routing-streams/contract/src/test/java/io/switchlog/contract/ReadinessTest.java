package io.switchlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    @Test
    void who_lacks_nothing_is_as_ready_as_can_be() {
        Readiness readiness = Readiness.of(Availability.AVAILABLE, Presence.CONNECTED, true, 0);

        assertThat(readiness.score()).isEqualTo(100);
        assertThat(readiness.passes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AWAY, CONNECTED, true, 0, 70",
        "OFFLINE, CONNECTED, true, 0, 70",
        "AVAILABLE, WITHOUT_DEVICE, true, 0, 80",
        "AVAILABLE, DISCONNECTED, true, 0, 60",
        "AVAILABLE, UNPROVEN, true, 0, 60",
        "AVAILABLE, CONNECTED, false, 0, 85",
        "AVAILABLE, CONNECTED, true, 3, 85",
        "AVAILABLE, CONNECTED, true, 9, 85",
        "OFFLINE, UNPROVEN, false, 3, 0"
    })
    void who_lacks_one_thing_does_not_pass(
            Availability availability, Presence presence, boolean capacity, int missed, int score) {
        Readiness readiness = Readiness.of(availability, presence, capacity, missed);

        assertThat(readiness.score()).isEqualTo(score);
        assertThat(readiness.passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 95", "2, 90"})
    void a_missed_ring_or_two_only_count_less(int missed, int score) {
        Readiness readiness = Readiness.of(Availability.AVAILABLE, Presence.CONNECTED, true, missed);

        assertThat(readiness.score()).isEqualTo(score);
        assertThat(readiness.passes()).isTrue();
    }
}
