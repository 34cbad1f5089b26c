package io.switchlog.bench.engine;

import io.switchlog.driver.Http;
import io.switchlog.driver.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The engine's app jar as a process of its own. It ends with this JVM at the latest. */
public final class EngineProcess implements AutoCloseable {

    private static final int STOP_TIMEOUT_SECONDS = 20;

    private final Process process;
    private final Http http;

    private EngineProcess(Process process, int port) {
        this.process = process;
        this.http = new Http(URI.create("http://localhost:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts it, and does not wait for it.
     *
     * @param directory for its state and for what it prints
     * @param streamThreads over how many threads it spreads the workspaces
     * @param jvmOptions such as one that makes a recording
     */
    public static EngineProcess start(
            Path directory, String bootstrapServers, int port, int streamThreads, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx2g");
        command.addAll(jvmOptions);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("STATE_DIRECTORY", directory.resolve("state").toString());
        builder.environment().put("ENGINE_STREAM_THREADS", Integer.toString(streamThreads));
        try {
            command.addAll(List.of("-jar", Service.ENGINE.jar().toString()));
            Files.createDirectories(directory);
            return new EngineProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                    directory.resolve("engine.log").toFile()))
                            .start(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has tasks, and has caught up with their commands. */
    public boolean isReady() {
        try {
            return http.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    /** How many commands it has decided since it started. */
    public double decidedCommands() {
        return http.get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("switchlog_engine_commands_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
