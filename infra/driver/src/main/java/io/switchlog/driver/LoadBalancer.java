package io.switchlog.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What stands before several instances of a service: hands each request to the first of them that can be connected to, in the
 * order of their preference. A request whose instance dies over it is answered with 502, never repeated.
 */
public final class LoadBalancer implements AutoCloseable {

    private static final int BAD_GATEWAY = 502;

    /** Headers that a connection has to make for itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile List<URI> instances;

    /**
     * Listens from now on.
     *
     * @param instances the preferred one first
     */
    public LoadBalancer(int port, URI... instances) {
        this.instances = List.of(instances);
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::balance);
        server.start();
    }

    /** From now on requests go to that instance first. */
    public void prefer(URI instance) {
        List<URI> ordered = new ArrayList<>(instances);
        ordered.remove(instance);
        ordered.addFirst(instance);
        instances = List.copyOf(ordered);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    private void balance(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = answer(exchange, body);
            if (answer == null) {
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            // The server takes 0 for "unknown" and -1 for "none".
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private @Nullable HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body) {
        for (URI instance : instances) {
            try {
                return client.send(request(instance, exchange, body), BodyHandlers.ofByteArray());
            } catch (ConnectException notListening) {
                // Nobody has seen the request, so that the next one may be asked.
            } catch (IOException diedOverIt) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private static HttpRequest request(URI instance, HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
