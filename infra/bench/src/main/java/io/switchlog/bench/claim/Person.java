package io.switchlog.bench.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in at the gateway. All share one client, as a bench needs hundreds of them. */
final class Person {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = client();

    private final URI gateway;
    private final String cookie;

    private Person(URI gateway, String cookie) {
        this.gateway = gateway;
        this.cookie = cookie;
    }

    /** With the password of the demo. */
    static Person signIn(URI gateway, String id) {
        HttpResponse<String> answer = new Person(gateway, "")
                .send("POST", "/api/session", Map.of("username", id, "password", "demo"), Map.of())
                .join();
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException(id + " may not sign in: " + answer.body()));
        return new Person(gateway, cookie.substring(0, cookie.indexOf(';')));
    }

    CompletableFuture<HttpResponse<String>> claims(String callSid, String idempotencyKey) {
        return send("POST", "/api/calls/" + callSid + "/claim", Map.of(), Map.of("Idempotency-Key", idempotencyKey));
    }

    /** Does what must succeed. */
    void does(String method, String path, Map<String, ?> body) {
        HttpResponse<String> answer = send(method, path, body, Map.of()).join();
        if (answer.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body()));
        }
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

    private static HttpClient client() {
        // Seconds; the gateway closes idle connections after 20 s, and one that it is just closing must not be used
        // again.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
