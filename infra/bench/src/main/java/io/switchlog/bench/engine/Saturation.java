package io.switchlog.bench.engine;

import io.switchlog.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;

/** How many commands the engine decides in a second when there are always more: a broker of its own, and nothing beside it. */
public final class Saturation {

    private static final double WARM_UP = 0.6;

    private Saturation() {}

    /**
     * What was measured.
     *
     * @param faults what was decided wrongly, in words
     */
    public record Result(double commandsPerSecond, List<String> faults) {}

    /**
     * Runs it.
     *
     * @param directory for the broker and the engine; must be empty
     * @param firstPort of three in a row
     * @param workspaces how many are busy, each on a partition of its own
     * @param callsBefore how many calls each has in its state before it begins
     * @param calls how many come in
     */
    public static Result run(
            Path directory,
            int firstPort,
            int workspaces,
            int callsBefore,
            int calls,
            int streamThreads,
            List<String> jvmOptions)
            throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), firstPort)) {
            String servers = kafka.bootstrapServers();
            Backlog.makeTopics(servers);
            return decide(directory, servers, firstPort + 2, workspaces, callsBefore, calls, streamThreads, jvmOptions);
        }
    }

    /** As {@link #run}, on a broker that has the topics, and keeps what was decided. */
    public static Result decide(
            Path directory,
            String bootstrapServers,
            int enginePort,
            int workspaces,
            int callsBefore,
            int calls,
            int streamThreads,
            List<String> jvmOptions)
            throws Exception {
        List<Backlog.Appended> shifts = Backlog.append(bootstrapServers, workspaces, callsBefore, calls);
        double rate;
        try (EngineProcess engine =
                        EngineProcess.start(directory, bootstrapServers, enginePort, streamThreads, jvmOptions);
                DecidedSoFar decided = new DecidedSoFar(bootstrapServers, shifts)) {
            rate = decided.commandsPerSecond(WARM_UP, engine);
        }
        List<String> faults = shifts.stream()
                .flatMap(shift -> ShiftLog.faults(bootstrapServers, shift).stream())
                .toList();
        return new Result(rate, faults);
    }
}
