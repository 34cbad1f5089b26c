package io.switchlog.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reading end of a stream, which may stand still for a while. */
final class TestStream {

    record Event(long id, String type, JsonNode data) {}

    private final ReentrantLock reading = new ReentrantLock();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final AtomicInteger writes = new AtomicInteger();
    private final Thread writer;

    TestStream(Consumer<OutputStream> serve) {
        writer = Thread.ofVirtual()
                .start(() -> serve.accept(new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        reading.lock();
                        try {
                            received.write(bytes, offset, length);
                        } finally {
                            reading.unlock();
                        }
                    }

                    @Override
                    public void flush() {
                        writes.incrementAndGet();
                    }
                }));
    }

    /** From now on a write blocks, as one to a full socket does. */
    void stopReading() {
        reading.lock();
    }

    void goOnReading() {
        reading.unlock();
    }

    boolean hasEnded() {
        return !writer.isAlive();
    }

    /** How often something was sent off. */
    int writes() {
        return writes.get();
    }

    void awaitText(String part) {
        await().until(() -> text().contains(part));
    }

    void awaitStart() {
        await().until(() -> received.size() > 0);
    }

    void awaitIds(long... ids) {
        List<Long> expected = LongStream.of(ids).boxed().toList();
        await().untilAsserted(() -> assertThat(events()).extracting(Event::id).isEqualTo(expected));
    }

    void awaitLast(long id) {
        await().until(() -> lastId() >= id);
    }

    long lastId() {
        String text = text();
        int last = text.lastIndexOf("id: ");
        return last < 0 ? -1 : Long.parseLong(text, last + 4, text.indexOf('\n', last), 10);
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (String block : text().split("\n\n", -1)) {
            List<String> lines = block.lines().toList();
            if (block.startsWith("id: ")) {
                assertThat(lines).hasSize(3);
                events.add(new Event(
                        Long.parseLong(lines.get(0).substring("id: ".length())),
                        lines.get(1).substring("event: ".length()),
                        JsonMapper.shared().readTree(lines.get(2).substring("data: ".length()))));
            }
        }
        return events;
    }

    /** All whole events so far. */
    private String text() {
        String text = received.toString(StandardCharsets.UTF_8);
        int end = text.lastIndexOf("\n\n");
        return end < 0 ? "" : text.substring(0, end + 2);
    }
}
