package io.switchlog.driver;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a service as a process of its own, as in production, on the broker and the database of a {@link Stack} that
 * leaves that service out. It can be killed, made to stand still, and started again.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final int STOP_TIMEOUT_SECONDS = 15;

    private final Stack stack;
    private final Service service;
    private final int port;
    private final List<String> jvmOptions;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    private @Nullable Process process;

    /**
     * An instance that does not run yet. It ends with this JVM at the latest.
     *
     * @param stack from which it takes its settings; it must be running before this is started
     */
    public ServiceProcess(Stack stack, Service service, int port, String... jvmOptions) {
        this.stack = stack;
        this.service = service;
        this.port = port;
        this.jvmOptions = List.of(jvmOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill " + this));
    }

    public URI uri() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    /** Starts it and returns at once, so that several may start at the same time. */
    public ServiceProcess start() {
        try {
            Path directory = Files.createDirectories(stack.directory().resolve(toString()));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(jvmOptions);
            command.addAll(List.of("-jar", jar().toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
            Map<String, String> environment = builder.environment();
            environment.putAll(stack.settingsOf(service));
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put(
                    "STATE_DIRECTORY",
                    directory.resolve("state").toAbsolutePath().toString());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until it says that it is ready to work. */
    public ServiceProcess awaitReady() {
        await(this + ", whose log is " + log())
                .atMost(START_TIMEOUT)
                .failFast(this + " has ended; see " + log(), () -> !isAlive())
                .until(this::isReady);
        return this;
    }

    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** By which the system knows it. */
    public long pid() {
        return Objects.requireNonNull(process, "does not run").pid();
    }

    /** What it counts under this name, over all its labels; see docs/operating.md. */
    public double metric(String name) {
        return new Http(uri())
                .get("/actuator/prometheus")
                .require(200)
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** As {@code kill -9}: nothing is said to anybody. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** It stands still in the middle of whatever it does, and does not know: a long pause of its JVM, or of its machine. */
    public void pause() {
        Signal.STOP.sendTo(process);
    }

    /** It goes on as if nothing had happened. */
    public void resume() {
        Signal.CONT.sendTo(process);
    }

    /** An orderly end. */
    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return service.option() + "-" + port;
    }

    private File log() {
        return stack.directory().resolve(toString()).resolve("service.log").toFile();
    }

    /** A copy under a name of its own, since a build may write the original again while this one is being loaded from. */
    private Path jar() throws IOException {
        Path built = service.jar();
        long writtenMillis = Files.getLastModifiedTime(built).toMillis();
        Path copy = stack.directory().resolve(service.option() + "-" + writtenMillis + ".jar");
        if (!Files.exists(copy)) {
            Files.copy(built, copy);
        }
        return copy;
    }
}
