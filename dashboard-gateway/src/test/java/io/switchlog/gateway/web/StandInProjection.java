package io.switchlog.gateway.web;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Topics;
import io.switchlog.projection.fold.Projection;
import io.switchlog.projection.store.PostgresReadModels;
import io.switchlog.projection.store.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projection's own fold and tables, fed when a test says so. */
final class StandInProjection implements AutoCloseable {

    private static final Set<Integer> ALL =
            IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toSet());

    private final KafkaConsumer<String, byte[]> events;
    private final DataSource dataSource;
    private final PostgresReadModels readModels;
    private final Projection projection;

    StandInProjection(String bootstrapServers, DataSource dataSource) {
        this.dataSource = dataSource;
        new Schema(dataSource, List.of()).prepare();
        readModels = PostgresReadModels.amongOthers(dataSource);
        projection = new Projection(readModels.read(ALL), Duration.ofDays(90));
        events = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        events.assign(ALL.stream()
                .map(partition -> new TopicPartition(Topics.ROUTING_EVENTS, partition))
                .toList());
        events.seekToBeginning(events.assignment());
    }

    /** Writes all that has been decided so far. */
    void catchUp() throws Exception {
        Map<TopicPartition, Long> ends = events.endOffsets(events.assignment());
        while (ends.entrySet().stream().anyMatch(end -> events.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : events.poll(Duration.ofSeconds(1))) {
                EventMessage event = LogCodec.decodeEvent(record.value());
                projection.apply(event, record.partition(), record.offset() + 1);
            }
        }
        if (!readModels.write(projection.takeBatch())) {
            throw new IllegalStateException("somebody else writes read models");
        }
    }

    @Override
    public void close() {
        events.close();
        new JdbcTemplate(dataSource).execute("drop schema projection cascade");
    }
}
