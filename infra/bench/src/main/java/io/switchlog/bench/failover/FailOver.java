package io.switchlog.bench.failover;

import io.switchlog.bench.engine.Backlog;
import io.switchlog.bench.engine.EngineProcess;
import io.switchlog.bench.log.FirstSeen;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long nothing is decided when the engine that decides is killed, as with {@code kill -9}, and a second one stands by: from
 * the kill until somebody who tails the events reads the decision of a command that was appended after it.
 */
public final class FailOver {

    private static final String WORKSPACE = "demo";
    private static final int COMMANDS_PER_SECOND = 100;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    /** From the time at which a command is appended next to its decision. */
    private static final Duration UP_TO_DATE = Duration.ofMillis(100);

    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);

    private FailOver() {}

    /**
     * Kills the deciding engine again and again, and starts it anew each time.
     *
     * @param directory for the broker and the engines; must be empty
     * @param firstPort of four in a row
     */
    public static List<Duration> run(Path directory, int firstPort, int times) throws Exception {
        int partition = WorkspacePartition.of(WORKSPACE, Topics.PARTITIONS);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), firstPort)) {
            String servers = kafka.bootstrapServers();
            Backlog.makeTopics(servers);
            try (TwoEngines engines = new TwoEngines(directory, servers, firstPort + 2);
                    SteadyCommands commands = new SteadyCommands(servers, WORKSPACE, COMMANDS_PER_SECOND, LONGEST_RUN);
                    FirstSeen decisions = FirstSeen.decisions(servers, partition)) {
                List<Duration> outages = new ArrayList<>();
                while (outages.size() < times) {
                    engines.awaitBothReady();
                    EngineProcess deciding = engines.deciding();
                    awaitUpToDate(commands, decisions);
                    outages.add(kill(deciding, commands, decisions));
                    engines.startMissing();
                }
                return outages;
            }
        }
    }

    private static Duration kill(EngineProcess engine, SteadyCommands commands, FirstSeen decisions)
            throws InterruptedException {
        long killed = System.nanoTime();
        engine.kill();
        return Duration.ofNanos(decided(commands.next(), decisions) - killed);
    }

    /** An engine that is behind would be charged for its backlog, and not for its death. */
    private static void awaitUpToDate(SteadyCommands commands, FirstSeen decisions) throws InterruptedException {
        long took;
        do {
            long asked = System.nanoTime();
            took = decided(commands.next(), decisions) - asked;
        } while (took > UP_TO_DATE.toNanos());
    }

    /** When that command's decision was read. */
    private static long decided(String commandId, FirstSeen decisions) throws InterruptedException {
        long giveUp = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Long read = decisions.at(commandId);
        while (read == null) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("no decision within " + GIVE_UP_AFTER);
            }
            Thread.sleep(1);
            read = decisions.at(commandId);
        }
        return read;
    }
}
