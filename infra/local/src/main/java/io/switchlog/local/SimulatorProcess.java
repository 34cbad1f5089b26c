package io.switchlog.local;

import io.switchlog.local.service.ServiceFailedException;
import io.switchlog.local.service.ServiceJar;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The Twilio simulator, a process of its own because Twilio does not fall over when Switchlog does: calls go on while the
 * main process is killed and comes back. An orderly end stops it too.
 */
final class SimulatorProcess implements AutoCloseable {

    static final String NAME = "twilio-simulator";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final ProcessHandle process;

    private SimulatorProcess(ProcessHandle process) {
        this.process = process;
    }

    /** Finds the simulator that an earlier run in this directory has left running. */
    static Optional<SimulatorProcess> leftBehind(StateDirectory state) {
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(directoryMark(state)))
                .findFirst()
                .map(SimulatorProcess::new);
    }

    /** Whether this process runs the same build with the same settings and answers, so that its calls may go on. */
    boolean canStay(ServiceJar jar, LocalSettings settings, int port) throws InterruptedException {
        return arguments(process).contains(settingsMark(jar, environment(settings), port)) && new Health().isUp(port);
    }

    static SimulatorProcess start(StateDirectory state, ServiceJar jar, LocalSettings settings, int port)
            throws IOException, InterruptedException, ServiceFailedException {
        Map<String, String> environment = environment(settings);
        File log = state.logs().resolve(NAME + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        directoryMark(state),
                        settingsMark(jar, environment, port),
                        jar.mainClass(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        // Not on the command line, which would be longer than what Linux shows of it, and then the marks are lost.
        builder.environment().put("CLASSPATH", classPath(jar));
        ProcessHandle process = builder.start().toHandle();
        SimulatorProcess simulator = new SimulatorProcess(process);
        if (!new Health().comesUp(port, START_TIMEOUT, process::isAlive)) {
            simulator.close();
            throw new ServiceFailedException(NAME, "its reason is in " + log);
        }
        return simulator;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            process.destroyForcibly();
        } catch (InterruptedException inAHurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> environment(LocalSettings settings) {
        SortedMap<String, String> environment = new TreeMap<>();
        for (String name :
                List.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET")) {
            environment.put(name, settings.get(name));
        }
        String ingress = settings.get("PUBLIC_BASE_URL");
        environment.put("VOICE_URL", ingress + "/twilio/voice");
        environment.put("STATUS_CALLBACK_URL", ingress + "/twilio/call-status");
        return environment;
    }

    private static String classPath(ServiceJar jar) {
        return jar.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> arguments(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0]));
    }

    /** A system property that nobody reads: it tells our simulators from other processes, and from other directories'. */
    private static String directoryMark(StateDirectory state) {
        return "-Dswitchlog.simulator.of=" + state.root();
    }

    /** The unpacked files bear the checksums of their contents, so that their paths stand for the build. */
    private static String settingsMark(ServiceJar jar, Map<String, String> environment, int port) {
        try {
            byte[] bytes = (classPath(jar) + environment + port).getBytes(StandardCharsets.UTF_8);
            return "-Dswitchlog.simulator.settings="
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
