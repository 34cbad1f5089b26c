package io.switchlog.bench;

import io.switchlog.bench.board.BoardPart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code board}: from a click to the screens of all the others. */
@Command(
        name = "board",
        showDefaultValues = true,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measures the time from a click to its event on the other agents' streams, while calls of all kinds come and go,"
                        + " with plain Kafka and plain sockets beside it. Ends with 1 if an event did not come to a stream; an aim that"
                        + " is missed is said, and no error.")
final class BoardBench implements Callable<Integer> {

    @Option(
            names = "--streams",
            split = ",",
            defaultValue = "2,50,200",
            paramLabel = "N",
            description = "Open streams, one after the other.")
    List<Integer> streams = List.of();

    @Option(names = "--calls", defaultValue = "50", paramLabel = "N", description = "Calls per second.")
    int callsPerSecond;

    @Option(names = "--seconds", defaultValue = "20", paramLabel = "N", description = "How long each is kept up.")
    int seconds;

    @Mixin
    private Recordings recordings = new Recordings();

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        return run.of((directory, firstPort, findings) -> new BoardPart(
                        directory.resolve("board"), firstPort, recordings.jvmOptions("board"), findings)
                .run(streams, callsPerSecond, Duration.ofSeconds(seconds)));
    }
}
