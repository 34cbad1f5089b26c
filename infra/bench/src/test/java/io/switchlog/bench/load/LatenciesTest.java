package io.switchlog.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void half_are_at_most_the_median_and_one_in_a_hundred_is_beyond_p99() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.record(millis * 1_000_000L);
        }

        assertThat(latencies.p50()).isCloseTo(500, within(1.0));
        assertThat(latencies.p99()).isCloseTo(990, within(1.0));
        assertThat(latencies.max()).isCloseTo(1_000, within(1.0));
        assertThat(latencies.text()).startsWith("p50 5").endsWith(" ms");
    }
}
