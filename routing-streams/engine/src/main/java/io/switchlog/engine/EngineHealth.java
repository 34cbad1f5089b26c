package io.switchlog.engine;

import io.switchlog.contract.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up when at least one task is assigned to this instance and every one has caught up with the commands. That Kafka Streams
 * is RUNNING says neither.
 */
@Component("routing")
class EngineHealth implements HealthIndicator, AutoCloseable {

    /** Under load there is always something under way; further behind than this, answers would come late. */
    private static final long CAUGHT_UP_WITHIN_RECORDS = 500;

    private static final int TIMEOUT_SECONDS = 5;

    private final Engine engine;
    private final Admin admin;

    EngineHealth(Engine engine, EngineSettings settings) {
        this.engine = engine;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers()));
    }

    @Override
    public Health health() {
        KafkaStreams streams = engine.streams();
        Set<TopicPartition> assigned = streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .collect(Collectors.toUnmodifiableSet());
        if (streams.state() != KafkaStreams.State.RUNNING || assigned.isEmpty()) {
            return Health.down()
                    .withDetail("streams", streams.state())
                    .withDetail("tasks", assigned.size())
                    .build();
        }
        try {
            Map<String, Long> behind = behind(assigned);
            Health.Builder health = behind.isEmpty() ? Health.up() : Health.down();
            return health.withDetail("tasks", assigned.size())
                    .withDetail("behindByRecords", behind)
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<String, Long> behind(Set<TopicPartition> assigned)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> lags = lagsAsFetched();
        Map<TopicPartition, Long> committedLags = lagsAsCommitted(assigned);
        Map<String, Long> behind = new TreeMap<>();
        for (TopicPartition partition : assigned) {
            // The consumer knows its lag only once it has fetched something; until then the group's position tells.
            Long fetched = lags.get(partition);
            long lag = fetched == null ? committedLags.getOrDefault(partition, 0L) : fetched;
            if (lag > (fetched == null ? 0 : CAUGHT_UP_WITHIN_RECORDS)) {
                behind.put(partition.toString(), lag);
            }
        }
        return behind;
    }

    private Map<TopicPartition, Long> lagsAsFetched() {
        Map<TopicPartition, Long> lags = new HashMap<>();
        for (Metric metric : engine.streams().metrics().values()) {
            Map<String, String> tags = metric.metricName().tags();
            if (metric.metricName().name().equals("records-lag")
                    && Topics.ROUTING_COMMANDS.equals(tags.get("topic"))
                    && metric.metricValue() instanceof Double lag
                    && !lag.isNaN()) {
                int partition = Integer.parseInt(tags.getOrDefault("partition", "-1"));
                lags.put(new TopicPartition(Topics.ROUTING_COMMANDS, partition), lag.longValue());
            }
        }
        return lags;
    }

    private Map<TopicPartition, Long> lagsAsCommitted(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        StreamsProperties.APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> lags = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata position = committed.get(partition);
            lags.put(partition, end.offset() - (position == null ? 0 : position.offset()));
        });
        return lags;
    }
}
