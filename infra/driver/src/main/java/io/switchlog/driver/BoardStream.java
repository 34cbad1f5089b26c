package io.switchlog.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open board stream, read as a browser reads it. */
public final class BoardStream implements AutoCloseable {

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private BoardStream(InputStream body) {
        this.body = body;
    }

    /** A server-sent event. */
    public record Event(long id, String type, JsonNode data) {}

    public static BoardStream open(Agent agent, @Nullable Long lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        agent.gateway().base().resolve("/api/board/stream"))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", Long.toString(lastEventId));
        }
        try {
            BoardStream stream = new BoardStream(agent.gateway()
                    .client()
                    .send(request.build(), BodyHandlers.ofInputStream())
                    .body());
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Event> ofType(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    public boolean isTold(String type, String callSid) {
        return ofType(type).stream()
                .anyMatch(event -> event.data().path("callSid").asString("").equals(callSid));
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        long id = -1;
        String type = "message";
        StringBuilder data = new StringBuilder();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring("id:".length()).strip());
                } else if (line.startsWith("event:")) {
                    type = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, type, JsonMapper.shared().readTree(data.toString())));
                    type = "message";
                    data.setLength(0);
                }
            }
        } catch (IOException closed) {
            // The test has closed the stream, and what came before stands in the list.
            Thread.currentThread().interrupt();
        }
    }
}
