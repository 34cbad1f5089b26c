package io.switchlog.driver;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Switchlog as {@code ./switchlog up} runs it, in processes of its own, on ports and in a directory of its own.
 * It ends with this JVM at the latest.
 */
public final class Stack implements AutoCloseable {

    public static final String TWILIO_ACCOUNT_SID = "AC00000000000000000000000000acce97";
    public static final String TWILIO_AUTH_TOKEN = "acceptance-auth-token";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final int STOP_TIMEOUT_SECONDS = 30;

    private final Path directory;
    private final Ports ports;
    private final List<String> options;
    private final Map<String, String> environment =
            new HashMap<>(Map.of("TWILIO_ACCOUNT_SID", TWILIO_ACCOUNT_SID, "TWILIO_AUTH_TOKEN", TWILIO_AUTH_TOKEN));

    private @Nullable Process process;

    /**
     * A stack that does not run yet.
     *
     * @param directory for its state and for what it prints
     * @param options of {@code ./switchlog up}, besides ports and directory
     */
    public Stack(Path directory, Ports ports, String... options) {
        this.directory = directory;
        this.ports = ports;
        this.options = List.of(options);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the stack in " + directory));
    }

    /** The project's folder; Maven runs tests in the module's, an IDE perhaps in the project's. */
    public static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("switchlog"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }

    public Ports ports() {
        return ports;
    }

    /** For its state, and for what its processes print. */
    public Path directory() {
        return directory;
    }

    /** A setting that is taken from the environment. */
    public Stack with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Starts with nothing of earlier runs. */
    public void startFresh() {
        start(List.of("--fresh"));
    }

    /** Starts over the state that the last run has left. */
    public void startAgain() {
        start(List.of());
    }

    /** As {@code kill -9}: nothing is said to anybody, and nothing is written down any more. Twilio's stand-in lives on. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await("the death of the stack").until(() -> !running.isAlive());
        }
    }

    /** As a machine that is overloaded beyond measure: nothing happens in it, and whoever asks it something waits. */
    public void pause() {
        Signal.STOP.sendTo(process);
    }

    /** It goes on as if nothing had happened. */
    public void resume() {
        Signal.CONT.sendTo(process);
    }

    /** The environment that a service, or a tool of operations, needs to join this stack. */
    public Map<String, String> settingsOf(Service service) throws IOException {
        return Files.readAllLines(state().resolve("settings").resolve(service.option() + ".env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Path state() {
        return directory.resolve("state");
    }

    private void start(List<String> moreOptions) {
        try {
            Files.createDirectories(directory);
            Path output = directory.resolve("up.log");
            Files.deleteIfExists(output);
            ProcessBuilder builder = new ProcessBuilder(command(moreOptions));
            builder.environment().putAll(environment);
            Process started = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process = started;
            await("the stack, whose output is in " + output)
                    .atMost(START_TIMEOUT)
                    .failFast("it has ended; see " + output, () -> !started.isAlive())
                    .until(() -> Files.readString(output).contains("Switchlog is up"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(List<String> moreOptions) throws IOException {
        Path local = home().resolve("infra/local");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + local.resolve("src/main/jvm.args"),
                "-Dswitchlog.home=" + home(),
                "-cp",
                local.resolve("target/classes") + ":" + Files.readString(local.resolve("target/runtime-class-path")),
                "io.switchlog.local.LocalRun",
                "up",
                "--state=" + state()));
        command.addAll(ports.asOptions());
        command.addAll(options);
        command.addAll(moreOptions);
        return command;
    }
}
