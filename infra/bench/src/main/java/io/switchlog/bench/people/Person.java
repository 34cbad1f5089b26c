package io.switchlog.bench.people;

import io.switchlog.driver.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in at the gateway. All share one client, as a bench needs hundreds of them. */
public final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI gateway;
    private final String id;
    private final String cookie;

    private Person(URI gateway, String id, String cookie) {
        this.gateway = gateway;
        this.id = id;
        this.cookie = cookie;
    }

    /** With the password of the demo. */
    public static Person signIn(URI gateway, String id) {
        HttpResponse<String> answer = new Person(gateway, id, "")
                .asks("POST", "/api/session", Map.of("username", id, "password", "demo"))
                .join();
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException(id + " may not sign in: " + answer.body()));
        return new Person(gateway, id, cookie.substring(0, cookie.indexOf(';')));
    }

    /** The operator, with all that happens by itself as far away as it may be: nothing of that shall be measured. */
    public static Person operator(Ports ports) {
        Person olga = signIn(ports.gatewayUri(), "olga");
        olga.does("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 600, "connectTimeoutSeconds", 60));
        return olga;
    }

    /** Somebody whose session stands in the gateway's tables already. */
    static Person inSession(URI gateway, String id, String sessionId) {
        String value = Base64.getEncoder().encodeToString(sessionId.getBytes(StandardCharsets.UTF_8));
        return new Person(gateway, id, "SWITCHLOG_SESSION=" + value);
    }

    public String id() {
        return id;
    }

    /** As a header's value. */
    public String cookie() {
        return cookie;
    }

    /** Claims, in a way that may be repeated. */
    public CompletableFuture<HttpResponse<String>> claims(String callSid, String idempotencyKey) {
        return send("POST", "/api/calls/" + callSid + "/claim", Map.of(), Map.of("Idempotency-Key", idempotencyKey));
    }

    /** What a browser sends every ten seconds, with a device that is there. */
    public CompletableFuture<HttpResponse<String>> beats() {
        return asks("POST", "/api/me/heartbeat", Map.of("deviceConnected", true));
    }

    /** Does what must succeed. */
    public void does(String method, String path, Map<String, ?> body) {
        HttpResponse<String> answer = asks(method, path, body).join();
        if (answer.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body()));
        }
    }

    /** Whatever the answer is. */
    public CompletableFuture<HttpResponse<String>> asks(String method, String path, Map<String, ?> body) {
        return send(method, path, body, Map.of());
    }

    private CompletableFuture<HttpResponse<String>> send(
            String method, String path, Map<String, ?> body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        headers.forEach(request::header);
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
