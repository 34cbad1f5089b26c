package io.switchlog.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The whole of Switchlog as {@code ./switchlog up} runs it, in processes of its own, on ports and in a directory of its own.
 * All tests share one, for it takes longer to start than most of them to run.
 */
final class Stack {

    static final URI GATEWAY = URI.create("http://localhost:18080");
    static final URI INGRESS = URI.create("http://localhost:18081");
    static final URI SIMULATOR = URI.create("http://localhost:18082");
    static final URI ENGINE = URI.create("http://localhost:18083");

    static final String TWILIO_ACCOUNT_SID = "AC00000000000000000000000000acce97";
    static final String TWILIO_AUTH_TOKEN = "acceptance-auth-token";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    static final Path HOME = home();
    private static final Path DIRECTORY = HOME.resolve("infra/acceptance/target/stack");

    private static boolean started;

    private Stack() {}

    /** Starts the stack unless it runs; it ends with this JVM. */
    static synchronized void ensureUp() {
        if (started) {
            return;
        }
        try {
            Files.createDirectories(DIRECTORY);
            Path output = DIRECTORY.resolve("up.log");
            Files.deleteIfExists(output);
            Process process = command()
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop the stack"));
            await("the stack, whose output is in " + output)
                    .atMost(START_TIMEOUT)
                    .failFast("it has ended; see " + output, () -> !process.isAlive())
                    .until(() -> Files.readString(output).contains("Switchlog is up"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started = true;
    }

    private static ProcessBuilder command() throws IOException {
        Path local = HOME.resolve("infra/local");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + local.resolve("src/main/jvm.args"),
                "-Dswitchlog.home=" + HOME,
                "-cp",
                local.resolve("target/classes") + ":" + Files.readString(local.resolve("target/runtime-class-path")),
                "io.switchlog.local.LocalRun",
                "up",
                "--fresh",
                "--state=" + DIRECTORY.resolve("state")));
        Map.of(
                        "gateway", 18080,
                        "ingress", 18081,
                        "simulator", 18082,
                        "engine", 18083,
                        "kafka", 19192,
                        "postgres", 15532)
                .forEach((part, port) -> command.add("--" + part + "-port=" + port));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TWILIO_ACCOUNT_SID", TWILIO_ACCOUNT_SID);
        builder.environment().put("TWILIO_AUTH_TOKEN", TWILIO_AUTH_TOKEN);
        return builder;
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** Maven runs tests in the module's folder, an IDE perhaps in the project's. */
    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("switchlog"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }
}
