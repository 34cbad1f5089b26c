package io.switchlog.bench;

import io.switchlog.bench.report.Findings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code claim}: the claim, the engine and a fail-over, beside what Kafka and Postgres do alone; one table. */
@Command(
        name = "claim",
        showDefaultValues = true,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measures the claim from HTTP request to HTTP answer, the engine at saturation and a fail-over, with plain"
                        + " Kafka and plain Postgres beside them. Ends with 1 if an answer was wrong; an aim that is missed is said,"
                        + " and no error.")
final class ClaimBench implements Callable<Integer> {

    enum Part {
        http,
        engine,
        failover
    }

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "10,100,500",
            paramLabel = "N",
            description = "Claims per second.")
    List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "10", paramLabel = "N", description = "How long each rate is kept up.")
    int seconds;

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "PART",
            description = "Leave parts out: ${COMPLETION-CANDIDATES}.")
    Set<Part> skipped = EnumSet.noneOf(Part.class);

    @Option(
            names = "--kills",
            defaultValue = "5",
            paramLabel = "N",
            description = "How often the deciding engine is killed.")
    int kills;

    @Option(names = "--trace", description = "Also say where the time of a claim goes, at 100 claims/s.")
    boolean trace;

    @Mixin
    private Recordings recordings = new Recordings();

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        return run.of(this::measure);
    }

    private void measure(Path directory, int firstPort, Findings findings) throws Exception {
        if (!skipped.contains(Part.http)) {
            new HttpPart(directory.resolve("stack"), firstPort, recordings, findings)
                    .run(rates, Duration.ofSeconds(seconds), trace);
        }
        if (!skipped.contains(Part.engine)) {
            new EnginePart(directory.resolve("engine"), firstPort + 20, recordings, findings).run();
        }
        if (!skipped.contains(Part.failover)) {
            new FailOverPart(directory.resolve("failover"), firstPort + 30, findings).run(kills);
        }
    }
}
