package io.switchlog.audit.probe;

import io.switchlog.contract.LogCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Somebody who signs in, looks at the stream as a browser does, and leaves. */
record Visitor(String username, String password) {

    /**
     * Opens a stream and returns the sequence that it begins with.
     *
     * @throws IOException if nothing comes of it; the message says why
     */
    long firstOfStream(HttpClient http, URI gateway, Duration limit) throws IOException, InterruptedException {
        String cookie = signIn(http, gateway, limit);
        HttpRequest stream = HttpRequest.newBuilder(gateway.resolve("/api/board/stream"))
                .header("Cookie", cookie)
                .timeout(limit)
                .build();
        HttpResponse<InputStream> response = http.send(stream, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    return Long.parseLong(line.substring("id:".length()).strip());
                }
            }
        } finally {
            signOut(http, gateway, cookie, limit);
        }
        throw new IOException("it ended before it said anything");
    }

    private String signIn(HttpClient http, URI gateway, Duration limit) throws IOException, InterruptedException {
        String body = LogCodec.mapper().writeValueAsString(Map.of("username", username, "password", password));
        HttpResponse<Void> response = http.send(
                HttpRequest.newBuilder(gateway.resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .timeout(limit)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return response.headers()
                .firstValue("Set-Cookie")
                .filter(_ -> response.statusCode() == 200)
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow(() -> new IOException("PROBE_USERNAME cannot sign in, status " + response.statusCode()));
    }

    private static void signOut(HttpClient http, URI gateway, String cookie, Duration limit)
            throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(gateway.resolve("/api/session"))
                        .header("Cookie", cookie)
                        .timeout(limit)
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Visitor[" + username + "]";
    }
}
