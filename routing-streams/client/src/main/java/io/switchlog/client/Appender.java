package io.switchlog.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Appends records so that an acknowledged one is never lost, nor written twice by a retry, nor reordered.
 *
 * <p>A producer that finds no broker at all forgets where its partitions are (KIP-1102), and its {@code send} then blocks. So
 * records stand in line for one thread that may be held up, and their senders go on.
 */
final class Appender implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService line;

    /** Each record is sent at once. */
    static Appender atOnce(Map<String, Object> kafkaProperties, String topic) {
        return new Appender(kafkaProperties, topic, Duration.ZERO);
    }

    /**
     * Opens a way into a log.
     *
     * @param purpose for logs and metrics; no two of a service may have the same
     * @param linger how long a record may wait for others that travel with it
     */
    Appender(Map<String, Object> kafkaProperties, String purpose, Duration linger) {
        this.producer = KafkaClients.producer(kafkaProperties, purpose, linger);
        this.line = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name(purpose + "-append").factory());
    }

    /**
     * Returns at once; completes, in a thread of its own, when the record is safe, and fails when it could not be made so
     * for minutes. Records are appended in the order of the calls.
     */
    CompletableFuture<@Nullable Void> append(ProducerRecord<String, byte[]> record) {
        CompletableFuture<@Nullable Void> appended = new CompletableFuture<>();
        long since = System.nanoTime();
        try {
            line.execute(() -> send(record, since, appended));
        } catch (RejectedExecutionException e) {
            finish(appended, new IllegalStateException("the log was closed", e));
        }
        return appended;
    }

    /** What is on its way gets some seconds to arrive; the rest fails. */
    @Override
    public void close() {
        line.shutdown();
        try {
            line.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_TIMEOUT);
    }

    private void send(ProducerRecord<String, byte[]> record, long since, CompletableFuture<@Nullable Void> appended) {
        // Else each of a long line would wait out the time-out anew, one after the other.
        if (System.nanoTime() - since > KafkaClients.DELIVERY_TIMEOUT.toNanos()) {
            finish(appended, new TimeoutException("No broker within " + KafkaClients.DELIVERY_TIMEOUT));
            return;
        }
        try {
            var _ = producer.send(record, (_, failure) -> finish(appended, failure));
        } catch (KafkaException | IllegalStateException e) {
            finish(appended, e);
        }
    }

    /** Whatever hangs on the future must not hold up the producer's only thread, nor the line. */
    private static void finish(CompletableFuture<@Nullable Void> appended, @Nullable Throwable failure) {
        Thread.startVirtualThread(() -> {
            if (failure == null) {
                appended.complete(null);
            } else {
                appended.completeExceptionally(failure);
            }
        });
    }
}
