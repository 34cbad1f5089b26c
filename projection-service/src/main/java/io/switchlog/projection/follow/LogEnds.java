package io.switchlog.projection.follow;

import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log begins and ends, as far as it is committed. */
public final class LogEnds {

    private static final Logger LOG = LoggerFactory.getLogger(LogEnds.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    private LogEnds(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        this.beginnings = beginnings;
        this.ends = ends;
    }

    static LogEnds of(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        return new LogEnds(
                new HashMap<>(consumer.beginningOffsets(partitions)), new HashMap<>(consumer.endOffsets(partitions)));
    }

    /**
     * Assigns all partitions to the consumer, at their beginnings.
     *
     * @throws UnusableTopicException if the topic is not there, or has another number of partitions than all services agree on
     */
    public static LogEnds assignAll(KafkaConsumer<String, byte[]> consumer) {
        if (requirePartitions(consumer.partitionsFor(Topics.ROUTING_EVENTS)).isEmpty()) {
            throw new UnusableTopicException("There is no topic " + Topics.ROUTING_EVENTS + " yet");
        }
        List<TopicPartition> all = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ROUTING_EVENTS, partition))
                .toList();
        consumer.assign(all);
        LogEnds log = of(consumer, all);
        log.beginnings.forEach(consumer::seek);
        return log;
    }

    /**
     * Waits for the topic, which the engine makes.
     *
     * @throws UnusableTopicException if it has another number of partitions than all services agree on
     * @throws WakeupException once {@code closing} is counted down
     */
    static void awaitTopic(KafkaConsumer<String, byte[]> consumer, CountDownLatch closing) {
        while (requirePartitions(partitionsNow(consumer)).isEmpty()) {
            try {
                if (closing.await(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new WakeupException();
                }
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /**
     * Where to begin to read.
     *
     * @param projected the last event of the partition that the read models have
     * @throws UnusableTopicException if the read models know of more than the log: they are of another one
     */
    long start(TopicPartition partition, OptionalLong projected) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        long end = ends.getOrDefault(partition, 0L);
        long start = projected.orElse(beginning);
        if (start < beginning || (projected.isPresent() && start >= end)) {
            throw new UnusableTopicException(partition.topic() + ", partition " + partition.partition() + ", offset "
                    + start + ": the log goes from " + beginning + " to " + end
                    + ", so the read models are of another log; rebuild them");
        }
        return start;
    }

    public Set<TopicPartition> partitions() {
        return Collections.unmodifiableSet(beginnings.keySet());
    }

    public long beginning(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }

    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** How many offsets there are, over all partitions. */
    public long length() {
        return lengthUpTo(this::end);
    }

    /** How many of them lie before these positions. */
    public long lengthUpTo(ToLongFunction<TopicPartition> position) {
        return partitions().stream()
                .mapToLong(each -> Math.min(position.applyAsLong(each), end(each)) - beginning(each))
                .sum();
    }

    private static List<PartitionInfo> partitionsNow(KafkaConsumer<String, byte[]> consumer) {
        try {
            return consumer.partitionsFor(Topics.ROUTING_EVENTS);
        } catch (RetriableException away) {
            LOG.info("No brokers yet: {}", away.toString());
            return List.of();
        }
    }

    private static List<PartitionInfo> requirePartitions(List<PartitionInfo> partitions) {
        if (!partitions.isEmpty() && partitions.size() != Topics.PARTITIONS) {
            throw new UnusableTopicException(
                    Topics.ROUTING_EVENTS + " has " + partitions.size() + " partitions, expected " + Topics.PARTITIONS);
        }
        return partitions;
    }
}
