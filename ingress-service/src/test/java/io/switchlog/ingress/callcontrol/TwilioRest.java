package io.switchlog.ingress.callcontrol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Twilio's REST interface as a real HTTP server that answers as it is told, and remembers what it was asked. */
final class TwilioRest implements AutoCloseable {

    /** A request; POSTs show their form, decoded. */
    record Asked(String method, String path, String form, String authorization, long atNanos) {
        @Override
        public String toString() {
            return method + (form.isEmpty() ? "" : " " + form);
        }
    }

    private record Scripted(int status, String body, Map<String, String> headers, Runnable meanwhile) {}

    private final HttpServer server;
    private final Queue<Scripted> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    TwilioRest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Our side of it, signed in as SK1. */
    TwilioCalls client(CallControlMetrics metrics) {
        return new TwilioCalls(
                new TwilioRestClient.Builder("SK1", "secret")
                        .accountSid("AC1")
                        .httpClient(new SingleRequestHttpClient(baseUrl(), Duration.ofSeconds(5)))
                        .build(),
                metrics);
    }

    private String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    /** Without the ids of attempts, which are drawn. */
    List<String> log() {
        return asked.stream()
                .map(each -> each.toString().replaceFirst("&attempt=[0-9]+", ""))
                .toList();
    }

    TwilioRest thenCall(String status) {
        return then(200, "{\"sid\":\"CA1\",\"status\":\"" + status + "\"}");
    }

    TwilioRest thenCall(String status, Runnable meanwhile) {
        script.add(new Scripted(200, "{\"sid\":\"CA1\",\"status\":\"" + status + "\"}", Map.of(), meanwhile));
        return this;
    }

    TwilioRest thenError(int status, int code) {
        return then(
                status, "{\"code\":" + code + ",\"message\":\"no way for +14158675309\",\"status\":" + status + "}");
    }

    TwilioRest thenTooMany(String retryAfter) {
        script.add(new Scripted(
                429, "{\"code\":20429,\"message\":\"slow down\"}", Map.of("Retry-After", retryAfter), () -> {}));
        return this;
    }

    TwilioRest then(int status, String body) {
        script.add(new Scripted(status, body, Map.of(), () -> {}));
        return this;
    }

    /** The connection breaks while the request is under way. */
    TwilioRest thenNoAnswer() {
        return then(0, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                form,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                System.nanoTime()));
        Scripted next = script.poll();
        if (next == null) {
            next = new Scripted(500, "{\"message\":\"nothing scripted\"}", Map.of(), () -> {});
        }
        next.meanwhile().run();
        if (next.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        next.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(next.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
