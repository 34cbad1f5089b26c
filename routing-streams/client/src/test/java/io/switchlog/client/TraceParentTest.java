package io.switchlog.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceParentTest {

    @Test
    void each_command_begins_a_sampled_trace_of_its_own() {
        assertThat(Stream.generate(() -> new String(TraceParent.fresh(), StandardCharsets.US_ASCII))
                        .limit(1_000))
                .allMatch(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
                .noneMatch(header -> header.contains("-0000000000000000-"))
                .doesNotHaveDuplicates();
    }
}
