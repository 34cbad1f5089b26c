package io.switchlog.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of server-sent events, read as a browser reads it. */
final class OpenStream implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    record Event(String name, JsonNode data) {}

    OpenStream(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String name = "message";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, new JsonMapper().readTree(line.substring("data: ".length()))));
                }
            }
        } catch (IOException closed) {
            // By the test, which has read enough.
        }
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Waits for the next event, which must have that name, and returns its data. */
    JsonNode next(String name) throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("the next event").isNotNull();
        assertThat(event.name()).isEqualTo(name);
        return event.data();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
