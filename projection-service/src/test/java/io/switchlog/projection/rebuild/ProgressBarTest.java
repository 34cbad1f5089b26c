package io.switchlog.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void on_a_terminal_it_draws_a_bar_over_itself() {
        halfWay(true);

        assertThat(text())
                .contains("\r[###############...............]  50 %, 400 events/s, 10 s left")
                .doesNotContain("Rebuilt");
    }

    @Test
    void elsewhere_it_prints_a_plain_line_now_and_then() {
        halfWay(false);

        assertThat(text().lines())
                .containsExactly(
                        "Rebuilding the read models from 10,000 records of the log", " 50 %, 400 events/s, 10 s left");
    }

    @Test
    void it_sums_up_at_the_end() {
        ProgressBar bar = halfWay(false);
        bar.end();

        assertThat(text()).endsWith(String.format("Rebuilt from 4,000 events in 10.0 s (400 events/s)%n"));
    }

    @Test
    void an_empty_log_is_soon_done() {
        ProgressBar bar = bar(false);
        bar.begin(0);
        bar.end();

        assertThat(text()).endsWith(String.format("Rebuilt from 0 events in 0.0 s (0 events/s)%n"));
    }

    private ProgressBar halfWay(boolean terminal) {
        ProgressBar bar = bar(terminal);
        bar.begin(10_000);
        bar.wrote(4_000);
        nanos = TimeUnit.SECONDS.toNanos(10);
        bar.reached(5_000);
        return bar;
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintStream(printed, false, StandardCharsets.UTF_8), terminal, () -> nanos);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
