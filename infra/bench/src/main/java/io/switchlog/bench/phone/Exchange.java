package io.switchlog.bench.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Stack;
import io.switchlog.driver.Webhooks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Twilio without its cost: calls come in, devices pick up, redirects are fetched and hang-ups obeyed, all at once and with no more
 * webhooks than move a call. The simulator of {@code ./switchlog up} does all that Twilio does, some forty webhooks for a call that rings for ten,
 * and would be what is measured on a small machine.
 */
public final class Exchange implements AutoCloseable {

    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(20);

    private final Webhooks webhooks;
    private final Callers callers;
    private final HttpServer rest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, BlockingQueue<Document>> fetched = new ConcurrentHashMap<>();
    private final AtomicLong legs = new AtomicLong();

    /** Listens from now on, where the simulator would. */
    public Exchange(Ports ports) throws IOException {
        webhooks = new Webhooks(ports.ingressUri());
        callers = new Callers(webhooks);
        rest = HttpServer.create(new InetSocketAddress(ports.simulator()), 0);
        rest.setExecutor(threads);
        rest.createContext("/", this::obey);
        rest.start();
    }

    /** Somebody calls; returns whom it rings. */
    public Document call(String callSid) {
        fetched.put(callSid, new LinkedBlockingQueue<>());
        return callers.call(callSid);
    }

    /** The agent's device picks up. Returns whether it is let through to the caller. */
    public boolean pickUp(Document ringing, String agentId) {
        URI asked = ringing.answerUrls().get(agentId);
        if (asked == null) {
            return false;
        }
        HttpResponse<String> answer = webhooks.post(
                asked.getRawPath() + "?" + asked.getRawQuery(),
                Map.of(
                        "CallSid",
                        "CA%032x".formatted(0x1E6_0000_0000L + legs.getAndIncrement()),
                        "AccountSid",
                        Stack.TWILIO_ACCOUNT_SID,
                        "CallStatus",
                        "in-progress"));
        return answer.statusCode() == 200
                && !answer.body().contains("<Hangup")
                && !answer.body().contains("<Redirect");
    }

    /** What the caller's leg was told when we redirected it; null if we did not. */
    public @Nullable Document redirected(String callSid) throws InterruptedException {
        BlockingQueue<Document> documents = fetched.get(callSid);
        return documents == null ? null : documents.poll(FETCHED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The caller is gone. */
    public void hangUp(String callSid) {
        if (fetched.remove(callSid) != null) {
            callers.hangUp(callSid);
        }
    }

    @Override
    public void close() {
        rest.stop(0);
        threads.close();
    }

    /** See https://www.twilio.com/docs/voice/api/call-resource. */
    private void obey(HttpExchange exchange) throws IOException {
        try (exchange) {
            String file = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            String callSid = file.substring(0, Math.max(0, file.lastIndexOf('.')));
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            boolean over = "completed".equals(form.get("Status")) || !fetched.containsKey(callSid);
            byte[] answer = "{\"sid\":\"%s\",\"status\":\"%s\"}"
                    .formatted(callSid, over ? "completed" : "in-progress")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            String url = form.get("Url");
            if (over) {
                threads.execute(() -> hangUp(callSid));
            } else if (url != null) {
                threads.execute(() -> fetch(callSid, URI.create(url)));
            }
        }
    }

    private void fetch(String callSid, URI url) {
        Map<String, String> leg = new HashMap<>(Webhooks.voice(callSid));
        leg.put("CallStatus", "in-progress");
        HttpResponse<String> answer = webhooks.post(url.getRawPath() + "?" + url.getRawQuery(), leg);
        BlockingQueue<Document> documents = fetched.get(callSid);
        if (documents != null) {
            documents.add(Document.of(answer.body()));
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String parameter : body.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(parameter.substring(0, equals), UTF_8),
                        URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
            }
        }
        return form;
    }
}
