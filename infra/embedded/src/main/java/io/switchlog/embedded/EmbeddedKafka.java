package io.switchlog.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node in this process, broker and controller in one, on data that outlives it. spring-kafka's embedded broker
 * does not run on Kafka 4.3, and the tests and the local run should meet the same broker anyway.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** The controller listens next to the broker. */
    public static int controllerPort(int port) {
        return port + 1;
    }

    /**
     * Starts the node on the data in {@code directory}, or on a new log if there is none, and returns once clients may
     * connect.
     *
     * @param port the broker's; {@link #controllerPort} is taken too. Both should be below 32768, where Linux starts to
     *     hand out ports to outgoing connections.
     * @throws Exception if the directory cannot be written or a port is taken
     */
    public static EmbeddedKafka start(Path directory, int port) throws Exception {
        if (isFormatted(directory)) {
            if (FormerLife.isIn(directory)) {
                FormerLife.end(Config.ofControllerAlone(directory, port));
            }
        } else {
            format(directory);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(Config.properties(directory, port)), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failure) {
            server.shutdown();
            throw failure;
        }
        return new EmbeddedKafka(server, "localhost:" + port);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static boolean isFormatted(Path directory) {
        return Files.exists(directory.resolve("meta.properties"));
    }

    private static void format(Path directory) throws Exception {
        Files.createDirectories(directory);
        new Formatter()
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(CONTROLLER)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** What this node does otherwise than a production broker, and why. */
    private static final class Config {

        static Map<String, String> properties(Path directory, int port) {
            Map<String, String> config = new HashMap<>();
            config.put("node.id", Integer.toString(NODE_ID));
            config.put("process.roles", "broker,controller");
            config.put("log.dirs", directory.toString());
            config.put(
                    "listeners",
                    "PLAINTEXT://localhost:%d,%s://localhost:%d".formatted(port, CONTROLLER, controllerPort(port)));
            config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
            config.put("controller.listener.names", CONTROLLER);
            config.put("controller.quorum.voters", "%d@localhost:%d".formatted(NODE_ID, controllerPort(port)));
            alone(config);
            quickAfterACrash(config);
            quickForOneCommandAtATime(config);
            return config;
        }

        /** The same node without its broker. */
        static Map<String, String> ofControllerAlone(Path directory, int port) {
            Map<String, String> config = properties(directory, port);
            config.put("process.roles", "controller");
            config.put("listeners", "%s://localhost:%d".formatted(CONTROLLER, controllerPort(port)));
            return config;
        }

        private static void alone(Map<String, String> config) {
            config.put("offsets.topic.replication.factor", "1");
            config.put("transaction.state.log.replication.factor", "1");
            config.put("transaction.state.log.min.isr", "1");
            config.put("share.coordinator.state.topic.replication.factor", "1");
            config.put("share.coordinator.state.topic.min.isr", "1");
            // 50 partitions of each by default, which are made and recovered one by one.
            config.put("offsets.topic.num.partitions", "5");
            config.put("transaction.state.log.num.partitions", "5");
            // 128 MiB of heap by default; our compacted topics hold few keys.
            config.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
            // A topic that nobody defined is a mistake, and it would get the wrong number of partitions.
            config.put("auto.create.topics.enable", "false");
        }

        private static void quickAfterACrash(Map<String, String> config) {
            // The node may come back only when the controller has given up its former life: 9 s by default.
            config.put("broker.session.timeout.ms", "3000");
            config.put("broker.heartbeat.interval.ms", "500");
            // A transaction left open pins every read_committed reader until this check finds it: 10 s by default.
            config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "250");
            config.put("group.initial.rebalance.delay.ms", "0");
            // The engine's session is shorter than the 6 s that a broker insists on by default: docs/adr/0011.
            config.put("group.min.session.timeout.ms", "1000");
        }

        private static void quickForOneCommandAtATime(Map<String, String> config) {
            // While a transaction is being completed the next one waits this long before it asks again: 20 ms by
            // default.
            config.put("add.partitions.to.txn.retry.backoff.ms", "1");
        }
    }
}
