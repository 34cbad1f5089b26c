package io.switchlog.engine;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A record's bytes and the partition that they belong to: always the one that the task itself reads, since all records of
 * a workspace share one partition number.
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Placed(int partition, byte[] bytes) {

    static final Serializer<Placed> SERIALIZER = (topic, placed) -> placed.bytes();

    static final StreamPartitioner<String, Placed> PARTITIONER =
            (topic, key, placed, count) -> Optional.of(Set.of(placed.partition()));
}
