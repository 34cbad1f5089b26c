package io.switchlog.engine;

import io.switchlog.engine.partition.EntityStore;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A Kafka Streams store, whose changelog commits in the transaction of the events. */
record ChangelogStore(KeyValueStore<String, byte[]> store) implements EntityStore {

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(key);
        } else {
            store.put(key, value);
        }
    }

    @Override
    public void forEach(BiConsumer<String, byte[]> entry) {
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> next = entries.next();
                entry.accept(next.key, next.value);
            }
        }
    }
}
