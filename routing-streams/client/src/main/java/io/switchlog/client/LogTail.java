package io.switchlog.client;

import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of one topic, committed records only, in a thread of its own, and hands over each record in the order
 * of its partition. It waits out an absent topic and absent brokers for as long as it takes. A record that cannot be handled
 * stops it for good, and {@link #failure} says where.
 */
final class LogTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    /** Records end a poll at once; this only bounds how long an idle one takes. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);

    /** Between two attempts to reach brokers or a topic that are not there. */
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final TailStart start;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ConcurrentSkipListMap<Integer, Long> offsets = new ConcurrentSkipListMap<>();
    private volatile boolean caughtUp;
    private volatile @Nullable String failure;

    /**
     * Prepares a tail.
     *
     * @param handler throws {@link UnusableRecordException}, or anything else unchecked, to stop the tail
     */
    LogTail(
            Map<String, Object> kafkaProperties,
            String topic,
            TailStart start,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.topic = topic;
        this.start = start;
        this.handler = handler;
        this.consumer = KafkaClients.consumer(kafkaProperties, topic + "-tail");
        this.thread = Thread.ofPlatform().daemon().name(topic + "-tail").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isCaughtUp() {
        return caughtUp && failure == null;
    }

    /** The next offset to read of each partition; what lies before it has been handed over. */
    SortedMap<Integer, Long> offsets() {
        return Collections.unmodifiableSortedMap(offsets);
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
        } else {
            joinThread();
        }
    }

    private void joinThread() {
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            Map<TopicPartition, Long> ahead = position();
            while (!isClosing()) {
                patiently(() -> consumer.poll(IDLE_POLL)).forEach(this::hand);
                consumer.assignment()
                        .forEach(partition -> offsets.put(partition.partition(), consumer.position(partition)));
                if (!caughtUp) {
                    ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                    caughtUp = ahead.isEmpty();
                }
            }
        } catch (WakeupException e) {
            // Only close() wakes the consumer.
            LOG.debug("The tail of {} is closed", topic);
        } catch (UnusableRecordException e) {
            stop(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            stop(topic + ": " + e.getClass().getSimpleName(), e);
        }
    }

    /** Goes where the reading starts, and returns the end of each partition as it was then. */
    private Map<TopicPartition, Long> position() {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        // The ends come first: where no record is young enough yet, reading starts there, and misses none that come
        // later.
        Map<TopicPartition, Long> ends = new HashMap<>(patiently(() -> consumer.endOffsets(partitions)));
        patiently(() -> start.offsets(consumer, ends)).forEach(consumer::seek);
        return ends;
    }

    private List<TopicPartition> partitions() {
        while (true) {
            List<TopicPartition> partitions = patiently(() -> consumer.partitionsFor(topic)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.size() == Topics.PARTITIONS) {
                return partitions;
            }
            if (!partitions.isEmpty()) {
                throw new UnusableRecordException(
                        topic + " has " + partitions.size() + " partitions, expected " + Topics.PARTITIONS);
            }
            pause();
        }
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        try {
            handler.accept(record);
        } catch (UnusableRecordException e) {
            throw new UnusableRecordException(placeOf(record) + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new UnusableRecordException(
                    placeOf(record) + ": " + e.getClass().getSimpleName(), e);
        }
    }

    private static String placeOf(ConsumerRecord<String, byte[]> record) {
        return record.topic() + ", partition " + record.partition() + ", offset " + record.offset();
    }

    private <T> T patiently(Supplier<T> request) {
        while (true) {
            try {
                return request.get();
            } catch (RetriableException e) {
                LOG.warn("Reading {} goes on once it can: {}", topic, e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (closing.await(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WakeupException();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void stop(String reason, Throwable cause) {
        failure = reason;
        LOG.error("The tail of {} has stopped: {}", topic, reason, cause);
    }
}
