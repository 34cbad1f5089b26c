package io.switchlog.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody who speaks JSON over HTTP and keeps their cookies. */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final HttpClient client;

    public Http(URI base) {
        this(base, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    private Http(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /**
     * An answer.
     *
     * @param json missing when the body is none
     */
    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        public String text(String field) {
            return json.path(field).asString("");
        }

        /**
         * The answer, if it is as the driver needs it.
         *
         * @throws IllegalStateException if it has another status
         */
        Answer require(int expected) {
            if (status != expected) {
                throw new IllegalStateException("%s was answered %d, not %d: %s"
                        .formatted(response.request().uri(), status, expected, response.body()));
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer send(String method, String path, @Nullable Map<String, ?> body, Map<String, String> headers) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, publisher)
                .timeout(Duration.ofSeconds(20));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        HttpResponse<String> response = exchange(client, request.build());
        return new Answer(response.statusCode(), json(response), response);
    }

    /** The same cookies, which know hosts but no ports (RFC 6265, 8.5), at another address. */
    Http at(URI otherBase) {
        return new Http(otherBase, client);
    }

    URI base() {
        return base;
    }

    HttpClient client() {
        return client;
    }

    static HttpResponse<String> exchange(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson && !response.body().isBlank() ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }
}
