package io.switchlog.bench.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String STREAM = """
            HTTP/1.1 200\r
            Content-Type: text/event-stream\r
            \r
            retry: 1000

            id: 41
            event: reset
            data: {"id: 9":"id: 9"}

            :

            id: 43
            event: CallEnded
            data: {}

            """;

    private final Screen screen = new Screen("ann");

    @Test
    void knows_when_each_event_came_and_which_did_not() {
        take(STREAM, 7);

        assertThat(screen.arrivalOf(41)).isEqualTo(7);
        assertThat(screen.arrivalOf(42)).isEqualTo(Screen.NEVER);
        assertThat(screen.arrivalOf(43)).isEqualTo(7);
        assertThat(screen.arrivalOf(9)).isEqualTo(Screen.NEVER);
        assertThat(screen.arrivalOf(1_000_000)).isEqualTo(Screen.NEVER);
        assertThat(screen.events()).isEqualTo(2);
    }

    @Test
    void an_event_has_come_when_its_last_byte_has_however_it_was_cut_up() {
        for (int i = 0; i < STREAM.length(); i++) {
            take(STREAM.substring(i, i + 1), i + 1);
        }

        assertThat(screen.arrivalOf(41)).isEqualTo(STREAM.indexOf(":\n\nid: 43"));
        assertThat(screen.arrivalOf(43)).isEqualTo(STREAM.length());
    }

    @Test
    void has_begun_with_the_first_event() {
        take("HTTP/1.1 200\r\n\r\nretry: 1000\n\n", 1);
        assertThat(screen.hasBegun()).isFalse();

        take("id: 0\nevent: reset\ndata: {}\n\n", 2);
        assertThat(screen.hasBegun()).isTrue();
        assertThat(screen.arrivalOf(0)).isEqualTo(2);
    }

    @Test
    void has_room_for_more_events_than_at_first() {
        take("id: 10\n\n", 1);
        take("id: 123456\n\n", 2);

        assertThat(screen.arrivalOf(123_456)).isEqualTo(2);
        assertThat(screen.arrivalOf(10)).isEqualTo(1);
    }

    private void take(String text, long atNanos) {
        byte[] bytes = text.getBytes(UTF_8);
        screen.take(bytes, bytes.length, atNanos);
    }
}
