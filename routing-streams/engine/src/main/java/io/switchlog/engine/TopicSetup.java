package io.switchlog.engine;

import io.switchlog.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there, and refuses to run on topics of another shape. */
final class TopicSetup {

    private static final int TIMEOUT_SECONDS = 60;

    private TopicSetup() {}

    static void ensureTopics(EngineSettings settings) {
        Map<String, Object> properties =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            for (NewTopic topic : Topics.definitions(settings.replicationFactor())) {
                create(admin, topic);
                requirePartitions(admin, topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the topics", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "no topics can be made at KAFKA_BOOTSTRAP_SERVERS=" + settings.kafkaBootstrapServers() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void create(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void requirePartitions(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> described =
                admin.describeTopics(List.of(topic.name())).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        int partitions =
                Objects.requireNonNull(described.get(topic.name())).partitions().size();
        if (partitions != topic.numPartitions()) {
            throw new IllegalStateException("topic " + topic.name() + " has " + partitions + " partitions, expected "
                    + topic.numPartitions() + ": a workspace's order hangs on that number");
        }
    }
}
