package io.switchlog.simulator.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** What a stream writes, and that it ends once nobody reads it. */
@Timeout(30)
class LiveStreamsTest {
    private static final Duration REST = Duration.ofMillis(1);

    private final Changes changes = new Changes();

    @Test
    void tells_what_is_and_what_it_has_become() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(written(Duration.ofMinutes(1), () -> {
                    changes.happened();
                    return looks.incrementAndGet();
                }))
                .isEqualTo("""
                        retry: 1000

                        event: number
                        data: 1

                        event: number
                        data: 2

                        """);
    }

    @Test
    void what_has_not_changed_is_not_told_again_and_a_reader_who_left_is_found_out_by_a_comment() {
        assertThat(written(Duration.ofMillis(50), () -> 1)).endsWith("data: 1\n\n:\n\n");
    }

    @Test
    void other_changes_all_the_time_keep_no_stream_from_noticing_that_its_reader_left() {
        assertThat(written(Duration.ofMillis(50), () -> {
                    changes.happened();
                    return 1;
                }))
                .endsWith("data: 1\n\n:\n\n");
    }

    @Test
    void all_streams_end_when_the_simulator_stops() throws Exception {
        LiveStreams streams = new LiveStreams(changes, new JsonMapper(), Duration.ofMinutes(1));
        CountDownLatch looked = new CountDownLatch(1);
        Supplier<Integer> view = () -> {
            looked.countDown();
            return 1;
        };
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
            try {
                streams.write("number", REST, view, OutputStream.nullOutputStream());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        looked.await();

        streams.close();

        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    }

    /** What got through until the reader left, who stays for the start and two writes. */
    private String written(Duration keepAliveEvery, Supplier<?> view) {
        LiveStreams streams = new LiveStreams(changes, new JsonMapper(), keepAliveEvery);
        Reader reader = new Reader(3);
        assertThatThrownBy(() -> streams.write("number", REST, view, reader)).hasMessage("The reader has left");
        return reader.read.toString(UTF_8);
    }

    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private int patience;

        Reader(int patience) {
            this.patience = patience;
        }

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("A stream writes whole events");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (patience-- == 0) {
                throw new IOException("The reader has left");
            }
            read.write(bytes, from, length);
        }
    }
}
