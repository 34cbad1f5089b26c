package io.switchlog.projection.follow;

import io.switchlog.projection.follow.Standing.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How far each of our partitions is projected, and how far the log goes. For one thread. */
final class Places {

    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final SortedMap<Integer, Stop> stops;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> ahead = new HashMap<>();
    private long measuredNanos = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();

    Places(KafkaConsumer<String, byte[]> consumer, SortedMap<Integer, Stop> stops) {
        this.consumer = consumer;
        this.stops = stops;
    }

    /** Goes to where each partition is to be read from; those whose log is another one than it was are stopped. */
    void begin(Stretch stretch, LogEnds log) {
        next.clear();
        ahead.clear();
        for (TopicPartition each : consumer.assignment()) {
            OptionalLong last = stretch.startOffset(each.partition());
            long projected = last.isPresent() ? last.getAsLong() + 1 : log.beginning(each);
            next.put(each, projected);
            try {
                consumer.seek(each, log.start(each, last));
                ahead.put(each, log.end(each));
            } catch (UnusableTopicException e) {
                stops.put(each.partition(), new Stop(projected, String.valueOf(e.getMessage())));
            }
        }
        consumer.resume(ahead.keySet());
    }

    /** After a batch is written. */
    void advance(Stretch stretch) {
        for (TopicPartition each : consumer.assignment()) {
            Stop stop = stops.get(each.partition());
            next.put(
                    each,
                    stop != null
                            ? stop.offset()
                            : stretch.unfinishedFrom(each.partition()).orElseGet(() -> consumer.position(each)));
        }
        ahead.entrySet()
                .removeIf(end -> stops.containsKey(end.getKey().partition())
                        || next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Whether all that was there when the stretch began is in the read models, as far as nothing has stopped. */
    boolean areCaughtUp() {
        return ahead.isEmpty();
    }

    /** Asks, once a second, where the log ends; the lag shall be right also while nothing is read. */
    void measure() {
        long now = System.nanoTime();
        if (now - measuredNanos >= BETWEEN_MEASUREMENTS.toNanos()) {
            measuredNanos = now;
            Map<TopicPartition, Long> measured = consumer.endOffsets(consumer.assignment());
            ends.clear();
            ends.putAll(measured);
        }
    }

    SortedMap<Integer, Place> all() {
        SortedMap<Integer, Place> places = new TreeMap<>();
        next.forEach((partition, offset) -> places.put(
                partition.partition(), new Place(offset, Math.max(0, ends.getOrDefault(partition, offset) - offset))));
        return places;
    }
}
