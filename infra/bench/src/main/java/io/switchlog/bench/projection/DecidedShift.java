package io.switchlog.bench.projection;

import io.switchlog.bench.engine.Saturation;
import io.switchlog.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A log to project: what the engine decides about a day of calls. */
final class DecidedShift {

    private DecidedShift() {}

    /**
     * Has a shift of one workspace decided.
     *
     * @param directory for the engine's state
     * @param enginePort where the engine answers meanwhile
     * @return what was decided wrongly, in words
     */
    static List<String> write(Path directory, String bootstrapServers, int enginePort, int calls) throws Exception {
        return Saturation.decide(directory, bootstrapServers, enginePort, 1, 0, calls, 1, List.of())
                .faults();
    }

    /** How many offsets the log has; a few of them are the engine's transaction markers. */
    static long length(String bootstrapServers) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ROUTING_EVENTS, partition))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
