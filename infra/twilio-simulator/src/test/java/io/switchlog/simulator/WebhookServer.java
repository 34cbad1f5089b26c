package io.switchlog.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plays the service behind the webhooks: answers by path, remembers every request, checks every signature. */
final class WebhookServer {
    /** One request; {@code signed} is the judgement of Twilio's own library. */
    record Received(String path, Map<String, String> parameters, boolean signed, String idempotencyToken) {
        String get(String parameter) {
            return parameters.getOrDefault(parameter, "");
        }

        /** The CallSid of the caller's leg, whichever leg it is about. */
        String caller() {
            return parameters.getOrDefault("ParentCallSid", get("CallSid"));
        }
    }

    /** An answer with the content type of TwiML unless it is told otherwise. */
    record Reply(int status, String contentType, String body) {}

    private final HttpServer server;
    private final RequestValidator validator;
    private final Map<String, Function<Received, Reply>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<String> forgottenCalls = ConcurrentHashMap.newKeySet();

    WebhookServer(String authToken) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        validator = new RequestValidator(authToken);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Answers at that path with the verbs inside a Response from now on. */
    void twiml(String path, String verbs) {
        twiml(path, request -> verbs);
    }

    void twiml(String path, Function<Received, String> verbs) {
        reply(path, request -> new Reply(200, "text/xml", "<Response>" + verbs.apply(request) + "</Response>"));
    }

    void reply(String path, Function<Received, Reply> reply) {
        answers.put(path, reply);
    }

    /** Forgets all, and what may still come in about the calls until now. */
    void reset() {
        received.forEach(request -> forgottenCalls.add(request.caller()));
        answers.clear();
        received.clear();
    }

    List<Received> all() {
        return List.copyOf(received);
    }

    List<Received> at(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Received request = read(exchange);
        if (!forgottenCalls.contains(request.caller())) {
            received.add(request);
        }
        Reply reply = answers.getOrDefault(request.path(), r -> new Reply(204, "", ""))
                .apply(request);
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Received read(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> posted = decode(form);
        String query = exchange.getRequestURI().getRawQuery();
        String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
        boolean signed = validator.validate(
                url(exchange.getRequestURI().toString()), posted, signature == null ? "" : signature);
        Map<String, String> parameters =
                exchange.getRequestMethod().equals("GET") && query != null ? decode(query) : posted;
        String token = exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token");
        return new Received(exchange.getRequestURI().getPath(), parameters, signed, token == null ? "" : token);
    }

    private static Map<String, String> decode(String form) {
        return Arrays.stream(form.split("&", -1))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
