package io.switchlog.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.webhook.WebhookAnswer.Answered;
import io.switchlog.simulator.webhook.WebhookAnswer.Unanswered;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends signed webhooks with Twilio's patience: each of two attempts to connect has 5 s, and all of it together 15 s unless a
 * switch says otherwise (Twilio, "Webhooks connection overrides"). Nothing but a time-out while connecting is tried again.
 */
@Component
public final class WebhookClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECT_ATTEMPTS = 2;

    private final Account account;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    WebhookClient(Account account) {
        this.account = account;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor)
                .build();
    }

    /**
     * Sends on a thread of its own; the future always completes with an answer, never exceptionally.
     *
     * @param request made by {@link #signed}; sent twice, it is a repetition, token and all
     */
    CompletableFuture<WebhookAnswer> send(HttpRequest request, Duration timeout) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return sendAndWait(request, timeout);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return new Unanswered("interrupted");
                    }
                },
                executor);
    }

    private WebhookAnswer sendAndWait(HttpRequest request, Duration timeout) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        WebhookAnswer answer = new Unanswered("no connection within " + CONNECT_TIMEOUT.toSeconds() + " s, twice");
        for (int attempt = 1; attempt <= CONNECT_ATTEMPTS; attempt++) {
            CompletableFuture<HttpResponse<String>> response = http.sendAsync(request, BodyHandlers.ofString(UTF_8));
            try {
                return answered(response.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof HttpConnectTimeoutException)) {
                    return new Unanswered(String.valueOf(e.getMessage()));
                }
            } catch (TimeoutException e) {
                return Unanswered.within(timeout);
            } finally {
                response.cancel(true);
            }
        }
        return answer;
    }

    private static WebhookAnswer answered(HttpResponse<String> response) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        return new Answered(response.statusCode(), contentType, response.body());
    }

    HttpRequest signed(Endpoint endpoint, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String url = endpoint.url().toString();
        HttpRequest.Builder request =
                switch (endpoint.method()) {
                    case GET -> {
                        String whole = url + (url.contains("?") ? "&" : "?") + form;
                        yield HttpRequest.newBuilder(URI.create(whole))
                                .header("X-Twilio-Signature", Signature.of(account.authToken(), whole, Map.of()));
                    }
                    case POST ->
                        HttpRequest.newBuilder(endpoint.url())
                                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                                .header("X-Twilio-Signature", Signature.of(account.authToken(), url, parameters))
                                .POST(BodyPublishers.ofString(form));
                };
        return request.header("User-Agent", "TwilioProxy/1.1")
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
