package io.switchlog.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClicksTest {

    private static final long MILLISECOND = 1_000_000;

    private final Clicks clicks = new Clicks();

    @Test
    void a_click_is_seen_on_all_screens_but_the_clickers_own() {
        clicks.granted("ann", 10 * MILLISECOND, 11 * MILLISECOND, 5);

        Clicks.Seen seen = clicks.seenOn(List.of(screen("ann", 5, 12), screen("bob", 5, 13), screen("eve", 5, 15)));

        assertThat(seen.missing()).isEmpty();
        assertThat(seen.latencies().count()).isEqualTo(2);
        assertThat(seen.latencies().max()).isBetween(4.9, 5.1);
    }

    @Test
    void an_event_that_did_not_come_is_missing() {
        clicks.granted("ann", 0, MILLISECOND, 6);

        assertThat(clicks.seenOn(List.of(screen("bob", 5, 13))).missing())
                .singleElement()
                .asString()
                .contains("event 6")
                .contains("bob");
    }

    private static Screen screen(String agentId, long sequence, long atMillis) {
        Screen screen = new Screen(agentId);
        byte[] event = ("id: " + sequence + "\n\n").getBytes(UTF_8);
        screen.take(event, event.length, atMillis * MILLISECOND);
        return screen;
    }
}
