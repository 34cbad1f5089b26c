package io.switchlog.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a service on this machine for its health, as Boot's actuator tells it. */
final class Health {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /**
     * Waits until the service on {@code port} is up.
     *
     * @param stillWanted is asked between two questions: a service that died need not be waited for
     * @return false if it has not come up in time, or is no longer wanted
     */
    boolean comesUp(int port, Duration timeout, BooleanSupplier stillWanted) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (stillWanted.getAsBoolean() && System.nanoTime() < deadline) {
            if (isUp(port)) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    /** Boot answers 503 unless the status is UP. */
    boolean isUp(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }
}
