package io.switchlog.engine.partition;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where a partition's state survives: one entry per entity. What is put becomes lasting together with the events, or not at all. */
public interface EntityStore {

    /** Stores, or deletes what is {@code null}. */
    void put(String key, byte @Nullable [] value);

    /** Hands out all entries in the order of their keys. */
    void forEach(BiConsumer<String, byte[]> entry);
}
