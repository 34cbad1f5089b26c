package io.switchlog.bench;

import io.switchlog.bench.presence.PresencePart;
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

/** {@code presence}: heartbeats of thousands, and what so many agents do to an incoming call. */
@Command(
        name = "presence",
        showDefaultValues = true,
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measures heartbeats from HTTP request to HTTP answer, incoming calls from webhook to TwiML, and the memory that agents"
                        + " take, with few agents and with thousands. Ends with 1 if an answer was wrong; an aim that is missed is said,"
                        + " and no error.")
final class PresenceBench implements Callable<Integer> {

    @Option(
            names = "--agents",
            split = ",",
            defaultValue = "10,1000,10000",
            paramLabel = "N",
            description = "How many agents, one after the other; the first number is what the others are held against.")
    List<Integer> agents = List.of();

    @Option(names = "--seconds", defaultValue = "15", paramLabel = "N", description = "How long each is measured.")
    int seconds;

    @Option(
            names = "--jfr",
            paramLabel = "DIR",
            description = "Leave a recording of each service's JVM there, for JDK Mission Control or the jfr tool.")
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
        new PresencePart(
                        directory.resolve("presence"),
                        firstPort,
                        new Recordings(recordings).jvmOptions("presence"),
                        findings)
                .run(agents, Duration.ofSeconds(seconds));
        System.out.println();
        System.out.println(findings.text());
        return findings.isAllRight() ? 0 : 1;
    }
}
