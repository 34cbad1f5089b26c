package io.switchlog.gateway.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Twilio's recordings, and what may go wrong with them. */
final class StandInTwilio {

    static final String ACCOUNT_SID = "ACtest";
    static final String KEY_SID = "SKtest";
    static final String KEY_SECRET = "0123456789abcdef0123456789abcdef";

    private final Map<String, byte[]> recordings = new ConcurrentHashMap<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private final HttpServer server;

    StandInTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT_SID + "/Recordings/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void keep(String recordingSid, byte[] sound) {
        recordings.put(recordingSid, sound);
    }

    /** Answers requests for that recording with that status. */
    void trouble(String recordingSid, int status) {
        troubles.put(recordingSid, status);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key =
                    Base64.getEncoder().encodeToString((KEY_SID + ":" + KEY_SECRET).getBytes(StandardCharsets.UTF_8));
            String sid = exchange.getRequestURI().getPath().replaceAll(".*/|\\.wav$", "");
            byte[] sound = recordings.get(sid);
            if (!("Basic " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (troubles.containsKey(sid)) {
                exchange.getResponseHeaders().set("Location", uri() + "/elsewhere");
                exchange.sendResponseHeaders(troubles.get(sid), -1);
            } else if (sound == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "audio/x-wav");
                exchange.sendResponseHeaders(200, sound.length);
                exchange.getResponseBody().write(sound);
            }
        }
    }
}
