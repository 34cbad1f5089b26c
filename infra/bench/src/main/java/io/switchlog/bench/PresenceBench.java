package io.switchlog.bench;

import io.switchlog.bench.presence.PresencePart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Recordings recordings = new Recordings();

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        return run.of((directory, firstPort, findings) -> new PresencePart(
                        directory.resolve("presence"), firstPort, recordings.jvmOptions("presence"), findings)
                .run(agents, Duration.ofSeconds(seconds)));
    }
}
