package io.switchlog.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void has_as_many_arrivals_as_the_rate_brings() {
        assertThat(Schedule.of(100, TEN_SECONDS, 1).size()).isEqualTo(1_000);
    }

    @Test
    void is_in_order_and_within_its_length() {
        long[] due = Schedule.of(100, TEN_SECONDS, 1).dueNanos();

        assertThat(due).isSorted();
        assertThat(due[0]).isNotNegative();
        assertThat(due[due.length - 1]).isLessThan(TEN_SECONDS.toNanos());
    }

    @Test
    void is_the_same_for_the_same_seed_and_another_for_another() {
        assertThat(Schedule.of(100, TEN_SECONDS, 1).dueNanos())
                .isEqualTo(Schedule.of(100, TEN_SECONDS, 1).dueNanos())
                .isNotEqualTo(Schedule.of(100, TEN_SECONDS, 2).dueNanos());
    }

    @Test
    void arrivals_come_in_bunches_as_people_do() {
        long[] due = Schedule.of(100, TEN_SECONDS, 1).dueNanos();
        int close = 0;
        for (int i = 1; i < due.length; i++) {
            if (due[i] - due[i - 1] < Duration.ofMillis(2).toNanos()) {
                close++;
            }
        }

        // Of a Poisson process, 1 - e^-0.2 of the gaps are shorter than a fifth of the mean.
        assertThat(close).isBetween(130, 235);
    }
}
