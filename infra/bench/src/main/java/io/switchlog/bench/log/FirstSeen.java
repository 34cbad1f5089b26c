package io.switchlog.bench.log;

import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Tails one partition from its end on, and notes when, by {@link System#nanoTime}, each command, or its decision, was first seen there. */
public final class FirstSeen implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final Function<byte[], String> commandId;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("first-seen").unstarted(this::run);
    private final CountDownLatch positioned = new CountDownLatch(1);
    private volatile boolean closing;

    private FirstSeen(
            String bootstrapServers, TopicPartition partition, String isolation, Function<byte[], String> commandId) {
        this.partition = partition;
        this.commandId = commandId;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** When commands stand in the log. */
    public static FirstSeen commands(String bootstrapServers, int partition) {
        return started(new FirstSeen(
                bootstrapServers,
                new TopicPartition(Topics.ROUTING_COMMANDS, partition),
                "read_uncommitted",
                bytes -> LogCodec.decodeCommand(bytes).commandId()));
    }

    /** When decisions are written, in a transaction that may yet be aborted. */
    public static FirstSeen uncommittedDecisions(String bootstrapServers, int partition) {
        return started(decisions(bootstrapServers, partition, "read_uncommitted"));
    }

    /** When decisions can be read by the services. */
    public static FirstSeen decisions(String bootstrapServers, int partition) {
        return started(decisions(bootstrapServers, partition, "read_committed"));
    }

    /** Null if it was not seen yet. */
    public @Nullable Long at(String id) {
        return seenAt.get(id);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FirstSeen decisions(String bootstrapServers, int partition, String isolation) {
        return new FirstSeen(
                bootstrapServers,
                new TopicPartition(Topics.ROUTING_EVENTS, partition),
                isolation,
                bytes -> LogCodec.decodeEvent(bytes).cause().commandId());
    }

    private static FirstSeen started(FirstSeen tail) {
        tail.thread.start();
        try {
            tail.positioned.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tail;
    }

    private void run() {
        try (consumer) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            // Seeking is lazy: asking for the position carries it out.
            consumer.position(partition);
            positioned.countDown();
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    long now = System.nanoTime();
                    seenAt.putIfAbsent(commandId.apply(record.value()), now);
                }
            }
        } catch (WakeupException e) {
            closing = true;
        }
    }
}
