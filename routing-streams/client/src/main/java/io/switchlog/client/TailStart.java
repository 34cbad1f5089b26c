package io.switchlog.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where a tail begins to read. */
@FunctionalInterface
interface TailStart {

    /** With the first record that there is. */
    TailStart BEGINNING = (consumer, ends) -> consumer.beginningOffsets(ends.keySet());

    /**
     * The first offset to read of each partition. It may be asked again after a {@link
     * org.apache.kafka.common.errors.RetriableException}.
     *
     * @param consumer to ask the brokers with; positioned by the answer afterwards
     * @param ends of all partitions, taken before: whoever starts there misses no record that comes later
     */
    Map<TopicPartition, Long> offsets(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends);

    /** With the first record at or after that time; where none is young enough yet, with the next one. */
    static TailStart at(Instant time) {
        return (consumer, ends) -> {
            Map<TopicPartition, Long> times = new HashMap<>();
            ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
            Map<TopicPartition, Long> starts = new HashMap<>(ends);
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    starts.put(partition, found.offset());
                }
            });
            return starts;
        };
    }
}
