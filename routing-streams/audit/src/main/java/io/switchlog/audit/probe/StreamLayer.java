package io.switchlog.audit.probe;

import io.switchlog.audit.probe.EngineLayer.Mark;
import io.switchlog.contract.LogCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Whether a gateway has read the log to its end, and, for somebody who may sign in, whether its stream gets here. */
final class StreamLayer {

    private final HttpClient http;
    private final URI gateway;
    private final Patience patience;

    StreamLayer(URI gateway, Patience patience) {
        this.gateway = gateway;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience.limit()).build();
    }

    Finding look(Mark mark, @Nullable Visitor visitor) throws InterruptedException {
        Seen seen = new Seen(mark.partition());
        if (!patience.until(() -> seen.look() >= mark.nextOffset())) {
            return Finding.broken(Layer.STREAM, seen.describe(mark));
        }
        if (visitor == null) {
            return Finding.ok(
                    Layer.STREAM,
                    "the gateway has read as far; set PROBE_USERNAME and PROBE_PASSWORD to open a stream as well");
        }
        try {
            long sequence = visitor.firstOfStream(http, gateway, patience.limit());
            return sequence >= mark.sequence()
                    ? Finding.ok(Layer.STREAM, "a stream opened, with the board of sequence " + sequence)
                    : Finding.broken(
                            Layer.STREAM,
                            "a stream begins with the board of sequence %d, the log is at %d"
                                    .formatted(sequence, mark.sequence()));
        } catch (IOException e) {
            return Finding.broken(Layer.STREAM, "no stream from " + gateway + ": " + e.getMessage());
        }
    }

    /** What the gateway's health says of the log. */
    private final class Seen {
        private final int partition;
        private String problem = "";
        private long nextOffset;

        Seen(int partition) {
            this.partition = partition;
        }

        /** Up to where the gateway has read; 0 when it does not say. */
        long look() {
            Optional<JsonNode> health = health();
            if (health.isEmpty()) {
                problem = "nobody answers at " + gateway;
                return 0;
            }
            JsonNode log = health.get().path("components").path("log");
            problem = log.path("details").path("failure").asString("");
            nextOffset = problem.isEmpty()
                    ? log.path("details")
                            .path("offsets")
                            .path(Integer.toString(partition))
                            .asLong(0)
                    : 0;
            return nextOffset;
        }

        String describe(Mark mark) {
            return problem.isEmpty()
                    ? "the gateway has read partition %d up to offset %d, the log is at %d"
                            .formatted(partition, nextOffset, mark.nextOffset())
                    : problem;
        }

        private Optional<JsonNode> health() {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/actuator/health"))
                    .timeout(patience.limit())
                    .build();
            try {
                return Optional.of(LogCodec.mapper()
                        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                                .body()));
            } catch (IOException | JacksonException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
