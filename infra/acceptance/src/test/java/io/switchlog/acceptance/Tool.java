package io.switchlog.acceptance;

import io.switchlog.driver.Service;
import io.switchlog.driver.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What operations run beside a stack: a process of its own, which takes its settings from the environment. */
final class Tool {

    private Tool() {}

    /** How it ended, and what it printed. */
    record Result(int exitCode, String output) {}

    /** {@code ./switchlog rebuild}, without the build before it. */
    static Result rebuild(Stack stack) throws IOException, InterruptedException {
        return run(
                List.of("-jar", Service.PROJECTION.jar().toString(), "rebuild"), stack.settingsOf(Service.PROJECTION));
    }

    /** {@code ./switchlog probe}, without the build before it. */
    static Result probe(Stack stack, String... options) throws IOException, InterruptedException {
        Path audit = Stack.home().resolve("routing-streams/audit");
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                audit.resolve("target/classes") + ":" + Files.readString(audit.resolve("target/runtime-class-path")),
                "io.switchlog.audit.probe.Probe"));
        arguments.addAll(List.of(options));
        Map<String, String> settings = new HashMap<>(stack.settingsOf(Service.GATEWAY));
        settings.put("GATEWAY_URL", stack.ports().gatewayUri().toString());
        settings.put("PROBE_USERNAME", "sam");
        settings.put("PROBE_PASSWORD", "demo");
        return run(arguments, settings);
    }

    private static Result run(List<String> arguments, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
