package io.switchlog.audit.probe;

import io.switchlog.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the brokers are there, and the log with them. */
final class LogLayer {

    private final String bootstrapServers;
    private final Patience patience;

    LogLayer(String bootstrapServers, Patience patience) {
        this.bootstrapServers = bootstrapServers;
        this.patience = patience;
    }

    Finding look() throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience.millis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience.millis());
        try (Admin admin = Admin.create(settings)) {
            List<String> names = List.of(Topics.ROUTING_COMMANDS, Topics.ROUTING_EVENTS);
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get(patience.millis() + 1_000L, TimeUnit.MILLISECONDS);
            for (TopicDescription topic : topics.values()) {
                if (topic.partitions().size() != Topics.PARTITIONS) {
                    return broken(topic.name() + " has " + topic.partitions().size() + " partitions, expected "
                            + Topics.PARTITIONS);
                }
                long leaderless = topic.partitions().stream()
                        .filter(partition -> partition.leader() == null)
                        .count();
                if (leaderless > 0) {
                    return broken(leaderless + " partitions of " + topic.name() + " have no leader");
                }
            }
            return Finding.ok(Layer.LOG, "both topics have " + Topics.PARTITIONS + " partitions with a leader");
        } catch (ExecutionException e) {
            return broken(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "the topics are not there; the engine makes them at its start"
                            : "no broker at " + bootstrapServers + " answers");
        } catch (TimeoutException e) {
            return broken("no broker at " + bootstrapServers + " answers");
        }
    }

    private static Finding broken(String detail) {
        return Finding.broken(Layer.LOG, detail);
    }
}
