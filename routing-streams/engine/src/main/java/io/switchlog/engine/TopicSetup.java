package io.switchlog.engine;

import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are not there, and refuses to run on topics of another shape. */
final class TopicSetup {

    private static final int TIMEOUT_SECONDS = 60;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private TopicSetup() {}

    static void ensureTopics(EngineSettings settings) {
        Map<String, Object> properties =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            for (NewTopic topic : Topics.definitions(settings.replicationFactor())) {
                create(admin, topic);
                requirePartitions(topic, describe(admin, topic.name()));
                requireConfiguration(topic, configurationOf(admin, topic.name()));
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

    /** A topic that was made just now is not known to every broker at once. */
    private static TopicDescription describe(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (true) {
            try {
                Map<String, TopicDescription> described =
                        admin.describeTopics(List.of(topic)).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return Objects.requireNonNull(described.get(topic));
            } catch (ExecutionException e) {
                boolean mayAppear = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!mayAppear || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static void requirePartitions(NewTopic topic, TopicDescription found) {
        int partitions = found.partitions().size();
        if (partitions != topic.numPartitions()) {
            throw new IllegalStateException("topic " + topic.name() + " has " + partitions + " partitions, expected "
                    + topic.numPartitions() + ": a workspace's order hangs on that number");
        }
    }

    private static Config configurationOf(Admin admin, String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                .all()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .get(resource));
    }

    /** A log that forgets is no log, and senders' clocks must not order commands. */
    private static void requireConfiguration(NewTopic topic, Config found) {
        topic.configs().forEach((name, expected) -> {
            ConfigEntry entry = found.get(name);
            String value = entry == null ? null : entry.value();
            if (!expected.equals(value)) {
                throw new IllegalStateException("topic " + topic.name() + " has " + name + "=" + value + ", expected "
                        + expected + ": set it with kafka-configs, or let the engine make the topic");
            }
        });
    }
}
