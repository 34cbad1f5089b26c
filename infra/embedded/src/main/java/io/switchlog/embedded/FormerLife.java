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

    private static final String FENCED_BROKERS = "kafka.controller:type=KafkaController,name=FencedBrokerCount";

    /** For a node that was killed before it had registered, and so will never be fenced. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private FormerLife() {}

    /** Whether the node on this data was killed. */
    static boolean isIn(Path directory) {
        return !Files.exists(directory.resolve(CLEAN_SHUTDOWN));
    }

    /** Runs the controller alone until it has given the broker up. */
    static void end(Map<String, String> controllerAlone) throws InterruptedException, JMException {
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(controllerAlone), Time.SYSTEM);
        try {
            controller.startup();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isFenced() && System.nanoTime() < deadline) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static boolean isFenced() throws JMException {
        try {
            Object fenced =
                    ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(FENCED_BROKERS), "Value");
            return fenced instanceof Number count && count.intValue() > 0;
        } catch (InstanceNotFoundException notStarted) {
            return false;
        }
    }
}
