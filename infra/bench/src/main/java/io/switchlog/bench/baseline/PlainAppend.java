package io.switchlog.bench.baseline;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka alone: from the append of a record to its arrival at somebody who tails the topic. It is what a decision through the
 * log cannot be faster than; a claim goes through it twice, with a transaction in between.
 */
public final class PlainAppend implements AutoCloseable {

    private static final String TOPIC = "bench-plain-append";

    /** About what a claim's command takes. */
    private static final int RECORD_BYTES = 300;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final Thread tail = Thread.ofPlatform().name("plain-tail").unstarted(this::tail);
    private final CountDownLatch positioned = new CountDownLatch(1);
    private volatile boolean closing;
    private long records;

    /** Makes a topic with one partition, and tails it. */
    public PlainAppend(String bootstrapServers) throws ExecutionException, InterruptedException {
        Map<String, Object> where = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(where)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        // Idempotent with acks=all, as the services' own; linger 0 sends a lone record at once.
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        tail.start();
        positioned.await();
    }

    public Latencies latencies(Schedule schedule) {
        return OpenLoop.run(schedule, _ -> append());
    }

    /** Records per second when as many are appended as the producer takes. */
    public double recordsPerSecond(int count) {
        long start = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < count; i++) {
            last = append();
        }
        last.join();
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private CompletableFuture<Void> append() {
        long number = records++;
        CompletableFuture<Void> read = new CompletableFuture<>();
        awaited.put(number, read);
        byte[] value = ByteBuffer.allocate(RECORD_BYTES).putLong(number).array();
        var _ = producer.send(new ProducerRecord<>(TOPIC, value));
        return read;
    }

    private void tail() {
        TopicPartition only = new TopicPartition(TOPIC, 0);
        try (consumer) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            consumer.position(only);
            positioned.countDown();
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    CompletableFuture<Void> reader =
                            awaited.remove(ByteBuffer.wrap(record.value()).getLong());
                    if (reader != null) {
                        reader.complete(null);
                    }
                }
            }
        } catch (WakeupException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            tail.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
