package io.switchlog.bench;

import io.switchlog.bench.board.PagePart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dashboard}: how hard an agent's page has to work. */
@Command(
        name = "dashboard",
        showDefaultValues = true,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measures an agent's page in Chromium while calls of all kinds come and go: how busy it is, and for how long it"
                        + " answers nobody, with the same page without calls beside it. An aim that is missed is said, and no error.")
final class DashboardBench implements Callable<Integer> {

    @Option(names = "--agents", defaultValue = "200", paramLabel = "N", description = "Agents on the board.")
    int agents;

    @Option(
            names = "--calls",
            split = ",",
            defaultValue = "10,50",
            paramLabel = "N",
            description = "Calls per second, one rate after the other.")
    List<Integer> callsPerSecond = List.of();

    @Option(names = "--seconds", defaultValue = "20", paramLabel = "N", description = "How long each is kept up.")
    int seconds;

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        return run.of(
                (directory, firstPort, findings) -> new PagePart(directory.resolve("dashboard"), firstPort, findings)
                        .run(agents, callsPerSecond, Duration.ofSeconds(seconds)));
    }
}
