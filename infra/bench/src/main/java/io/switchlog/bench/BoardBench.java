package io.switchlog.bench;

import io.switchlog.bench.board.BoardPart;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Machine;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--jfr",
            paramLabel = "DIR",
            description = "Leave a recording of the stack's JVM there, for JDK Mission Control or the jfr tool.")
    Path recordings = Path.of("");

    @Option(
            names = "--port",
            defaultValue = "20080",
            paramLabel = "PORT",
            description = "The first of twenty in a row.")
    int firstPort;

    @Override
    public Integer call() throws Exception {
        Path directory = Stack.home().resolve("infra/bench/target/run");
        Utils.delete(directory.toFile());
        Findings findings = new Findings(System.out);
        Machine.introduce(System.out);
        new BoardPart(directory.resolve("board"), firstPort, new Recordings(recordings).jvmOptions("board"), findings)
                .run(streams, callsPerSecond, Duration.ofSeconds(seconds));
        System.out.println();
        System.out.println(findings.text());
        return findings.isAllRight() ? 0 : 1;
    }
}
