package io.switchlog.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was decided of a shift, held against what had to be: speed counts only where every answer is right. */
final class ShiftLog {

    private ShiftLog() {}

    /** What is wrong, in words; empty if all is well. */
    static List<String> faults(String bootstrapServers, Backlog.Appended shift) {
        Map<String, Long> types = countTypes(bootstrapServers, shift);
        List<String> faults = new ArrayList<>();
        Map<String, Long> expected = Map.of(
                "ClaimGranted",
                (long) shift.calls(),
                "ClaimRejected",
                (long) shift.calls() * (Shift.CLAIMS_PER_CALL - 1),
                "CallAnswered",
                (long) shift.calls(),
                "CommandRejected",
                0L,
                "CommandIgnored",
                0L);
        expected.forEach((type, count) -> {
            long found = types.getOrDefault(type, 0L);
            if (found != count) {
                faults.add("%s: %d × %s, expected %d".formatted(shift.workspace(), found, type, count));
            }
        });
        return faults;
    }

    private static Map<String, Long> countTypes(String bootstrapServers, Backlog.Appended shift) {
        TopicPartition events =
                new TopicPartition(Topics.ROUTING_EVENTS, shift.partition().partition());
        Map<String, Long> types = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(events));
            consumer.seekToBeginning(List.of(events));
            long end = consumer.endOffsets(List.of(events)).getOrDefault(events, 0L);
            while (consumer.position(events) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    types.merge(typeOf(record), 1L, Long::sum);
                }
            }
        }
        return types;
    }

    /** {@code io.switchlog.ClaimGranted.v1} is ClaimGranted. */
    private static String typeOf(ConsumerRecord<String, byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
        int version = type.lastIndexOf('.');
        return type.substring(type.lastIndexOf('.', version - 1) + 1, version);
    }
}
