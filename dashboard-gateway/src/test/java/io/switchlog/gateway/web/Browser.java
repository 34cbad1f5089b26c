package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody at the API, with a cookie once they are signed in. */
final class Browser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private @Nullable String cookie;

    Browser(URI base) {
        this.base = base;
    }

    record Answer(int status, JsonNode json, HttpResponse<String> response) {
        String text(String field) {
            return json.path(field).asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** It is a problem of that status and that reason. */
        Answer refusedWith(int expectedStatus, String expectedReason) {
            assertThat(status).as("%s", json).isEqualTo(expectedStatus);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(text("reason")).isEqualTo(expectedReason);
            assertThat(text("title")).isNotBlank();
            assertThat(text("detail")).isNotBlank();
            assertThat(json.path("status").asInt()).isEqualTo(expectedStatus);
            return this;
        }
    }

    Answer signIn(String username, String password) {
        Answer answer = send("POST", "/api/session", Map.of("username", username, "password", password));
        if (answer.status == 200) {
            cookie = answer.header("Set-Cookie").split(";", 2)[0];
        }
        return answer;
    }

    /** Takes the session along to another instance. */
    Browser at(URI otherBase) {
        Browser other = new Browser(otherBase);
        other.cookie = cookie;
        return other;
    }

    /** The instance that it talks to. */
    URI base() {
        return base;
    }

    @Nullable
    String cookie() {
        return cookie;
    }

    Answer send(String method, String path) {
        return send(request(method, path).build());
    }

    Answer send(String method, String path, Map<String, ?> body) {
        return send(method, path, JsonMapper.shared().writeValueAsString(body), "application/json");
    }

    Answer send(String method, String path, String body, String contentType) {
        return send(request(method, path)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .build());
    }

    Answer sendWith(String header, String value, String method, String path) {
        return sendWith(Map.of(header, value), method, path);
    }

    Answer sendWith(Map<String, String> headers, String method, String path) {
        HttpRequest.Builder request = request(method, path);
        headers.forEach(request::header);
        return send(request.build());
    }

    OpenStream open(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request("GET", path).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        try {
            return new OpenStream(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The call on the board; missing when it is not there. */
    JsonNode call(String callSid) {
        return find("calls", "callSid", callSid);
    }

    /** The call in the parking lot; missing when it is not there. */
    JsonNode parked(String callSid) {
        return find("parked", "callSid", callSid);
    }

    /** The agent on the board; missing when they are not there. */
    JsonNode agent(String agentId) {
        return find("agents", "agentId", agentId);
    }

    private JsonNode find(String list, String field, String value) {
        JsonNode board = send("GET", "/api/board").json();
        return StreamSupport.stream(board.path(list).spliterator(), false)
                .filter(each -> each.path(field).asString("").equals(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private HttpRequest.Builder request(String method, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode json = isJson ? JsonMapper.shared().readTree(response.body()) : MissingNode.getInstance();
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
