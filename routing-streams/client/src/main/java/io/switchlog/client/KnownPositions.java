package io.switchlog.client;

import io.switchlog.contract.LogCodec;
import io.switchlog.contract.MalformedRecordException;
import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After the events that are known already, provided that this is the log they are from: positions outlive a log that was wiped,
 * and to go on in another one by them would skip its events as duplicates. So in each partition the last known event is read
 * once more, and if it is not there, with its workspace and its sequence, all is read from the beginning.
 */
final class KnownPositions implements TailStart {

    private static final Logger LOG = LoggerFactory.getLogger(KnownPositions.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Collection<LogPosition> farthest;

    private final Runnable whenContradicted;

    /**
     * Goes on there.
     *
     * @param whenContradicted run before the first record is handed out if the log is another one
     */
    KnownPositions(Collection<LogPosition> known, Runnable whenContradicted) {
        this.farthest = LogPosition.farthest(known).values();
        this.whenContradicted = whenContradicted;
    }

    @Override
    public Map<TopicPartition, Long> offsets(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        try {
            Optional<LogPosition> contradicted = farthest.stream()
                    .filter(known -> !isInLog(consumer, known, beginnings, ends))
                    .findFirst();
            if (contradicted.isPresent()) {
                LOG.warn(
                        "{}: the log is not the one that is known, so it is read from its beginning",
                        contradicted.get());
                whenContradicted.run();
                return beginnings;
            }
        } finally {
            consumer.assign(ends.keySet());
        }
        Map<TopicPartition, Long> starts = new HashMap<>(beginnings);
        farthest.forEach(position -> starts.put(partitionOf(position), position.nextOffset()));
        return starts;
    }

    private static TopicPartition partitionOf(LogPosition position) {
        return new TopicPartition(Topics.ROUTING_EVENTS, position.partition());
    }

    private static boolean isInLog(
            KafkaConsumer<String, byte[]> consumer,
            LogPosition known,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        TopicPartition partition = partitionOf(known);
        long last = known.lastOffset();
        long end = ends.getOrDefault(partition, 0L);
        if (last < beginnings.getOrDefault(partition, end) || last >= end) {
            return false;
        }
        return firstFrom(consumer, partition, last, end)
                .filter(record -> isOf(known, record))
                .isPresent();
    }

    private static boolean isOf(LogPosition known, ConsumerRecord<String, byte[]> record) {
        try {
            return record.offset() == known.lastOffset()
                    && known.isOf(LogCodec.decodeEvent(record.value()), record.offset());
        } catch (MalformedRecordException e) {
            throw new UnusableRecordException(
                    record.topic() + ", partition " + record.partition() + ", offset " + record.offset() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Empty where aborted records and the marks of transactions are all that follows. */
    private static Optional<ConsumerRecord<String, byte[]>> firstFrom(
            KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long offset, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }
}
