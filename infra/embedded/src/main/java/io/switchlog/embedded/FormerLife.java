package io.switchlog.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * What the controller believes of a broker that was killed: for the length of its session, that it still leads its
 * partitions.
 *
 * <p>A broker that comes back meanwhile takes its leadership over from those books, ends transactions that were open, and would
 * send their markers to itself, before it listens. Then the session ends, no partition has a leader, and Kafka drops the markers,
 * "since the partition is likely to be deleted already" (TransactionMarkerChannelManager). The transaction is over for its
 * coordinator and open for ever in its partitions: nobody reads on there who reads what is committed, the engine's
 * restoration included. So the session must end before the broker begins; nothing is lost by it, because the controller does not
 * register the new life of a broker any sooner.
 */
final class FormerLife {

    /** Where Kafka's own shutdown leaves word that nothing has to be recovered. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private static final String FENCED_BROKERS = "FencedBrokerCount";
    private static final String ACTIVE_BROKERS = "ActiveBrokerCount";

    /** Some sessions long. A node that was killed before it had registered is neither active nor ever fenced. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private FormerLife() {}

    /** Whether the node on this data was killed. */
    static boolean isIn(Path directory) {
        return !Files.exists(directory.resolve(CLEAN_SHUTDOWN));
    }

    /**
     * Runs the controller alone until it has given the broker up.
     *
     * @throws IllegalStateException if it does not
     */
    static void end(Map<String, String> controllerAlone) throws InterruptedException, JMException {
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(controllerAlone), Time.SYSTEM);
        try {
            controller.startup();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (brokers(FENCED_BROKERS) == 0 && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            if (brokers(FENCED_BROKERS) == 0 && brokers(ACTIVE_BROKERS) > 0) {
                throw new IllegalStateException(
                        "Kafka's controller has not given up the broker that was killed within " + PATIENCE);
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** By a metric of the controller; 0 while it has none. */
    private static int brokers(String metric) throws JMException {
        ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + metric);
        try {
            Object count = ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Value");
            return ((Number) count).intValue();
        } catch (InstanceNotFoundException notStarted) {
            return 0;
        }
    }
}
