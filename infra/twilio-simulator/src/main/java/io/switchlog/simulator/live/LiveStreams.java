package io.switchlog.simulator.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) that say what is the case now, and
 * again whenever it is something else. Each event is the whole, so that a reader replaces what it had and nothing has an id.
 */
@Component
public final class LiveStreams {
    /** How long a browser waits before it connects again. */
    private static final byte[] RETRY = "retry: 1000\n\n".getBytes(UTF_8);

    /** Nobody reads it; it finds out that the reader has left. */
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(UTF_8);

    private static final Duration KEEP_ALIVE_EVERY = Duration.ofSeconds(15);

    private final Changes changes;
    private final JsonMapper json;
    private final Duration keepAliveEvery;
    private volatile boolean closing;

    @Autowired
    LiveStreams(Changes changes, JsonMapper json) {
        this(changes, json, KEEP_ALIVE_EVERY);
    }

    LiveStreams(Changes changes, JsonMapper json, Duration keepAliveEvery) {
        this.changes = changes;
        this.json = json;
        this.keepAliveEvery = keepAliveEvery;
    }

    /**
     * Keeps the request's thread, a virtual one, until the reader has left or the simulator stops.
     *
     * @param rest between two looks: what changes twice within it is told once
     */
    public void serve(String event, Duration rest, Supplier<?> view, HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            write(event, rest, view, response.getOutputStream());
        } catch (IOException theReaderHasLeft) {
            // As all readers do some time.
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all streams; Tomcat would wait seconds for them. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        changes.happened();
    }

    void write(String event, Duration rest, Supplier<?> view, OutputStream out)
            throws IOException, InterruptedException {
        out.write(RETRY);
        byte[] told = {};
        long lastWriteNanos = System.nanoTime();
        for (long seen = changes.count(); !closing; seen = changes.count()) {
            byte[] now = json.writeValueAsBytes(view.get());
            Duration silence = Duration.ofNanos(System.nanoTime() - lastWriteNanos);
            boolean isNews = !Arrays.equals(now, told);
            // Others' changes may wake this stream all the time and are no reason to keep silent.
            if (isNews || silence.compareTo(keepAliveEvery) >= 0) {
                out.write(isNews ? text(event, now) : KEEP_ALIVE);
                out.flush();
                told = now;
                lastWriteNanos = System.nanoTime();
                silence = Duration.ZERO;
            }
            changes.awaitMoreThan(seen, keepAliveEvery.minus(silence));
            Thread.sleep(rest);
        }
    }

    private static byte[] text(String event, byte[] oneLine) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(("event: " + event + "\ndata: ").getBytes(UTF_8));
        text.writeBytes(oneLine);
        text.writeBytes("\n\n".getBytes(UTF_8));
        return text.toByteArray();
    }
}
