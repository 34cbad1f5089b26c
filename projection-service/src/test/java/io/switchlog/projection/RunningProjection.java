package io.switchlog.projection;

import static org.awaitility.Awaitility.await;

import io.switchlog.embedded.LocalPostgres;
import io.switchlog.projection.follow.Follower;
import io.switchlog.projection.follow.Standing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance of the service, on a log and a database. */
public final class RunningProjection implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final ConfigurableApplicationContext application;

    public RunningProjection(TestLog log, String postgresUrl) {
        application = ProjectionApplication.start(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP_SERVERS=" + log.bootstrapServers(),
                "--POSTGRES_URL=" + postgresUrl,
                "--POSTGRES_USER=" + LocalPostgres.USER,
                "--POSTGRES_PASSWORD=" + LocalPostgres.PASSWORD);
    }

    public Standing standing() {
        return application.getBean(Follower.class).standing();
    }

    public void awaitState(Standing.State state) {
        await("state " + state).atMost(SOON).until(() -> standing().state() == state);
    }

    /** What an HTTP request for it answers. */
    public HttpResponse<String> get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String port = application.getEnvironment().getRequiredProperty("local.server.port");
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Prometheus would see, summed up over all labels. */
    public double metric(String name) {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        application.close();
    }
}
