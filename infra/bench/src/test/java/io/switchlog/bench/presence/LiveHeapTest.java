package io.switchlog.bench.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void takes_the_bytes_from_the_last_line_of_a_histogram() {
        assertThat(LiveHeap.total("""
                   1:        341567       20482616  [B (java.base@25.0.3)
                4711:             1             16  TotalEclipse
                Total       1131221       67231928
                """)).isEqualTo(67_231_928);
    }
}
