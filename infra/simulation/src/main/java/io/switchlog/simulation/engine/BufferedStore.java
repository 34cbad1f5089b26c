package io.switchlog.simulation.engine;

import io.switchlog.engine.partition.EntityStore;
import io.switchlog.simulation.log.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An instance's own copy of the state. What is put also goes into the transaction that is open then. */
final class BufferedStore implements EntityStore {

    private final Map<String, byte[]> entries;
    private final Supplier<Transaction> open;

    /** @param entries in the order of their keys, and nobody else's */
    BufferedStore(Map<String, byte[]> entries, Supplier<Transaction> open) {
        this.entries = entries;
        this.open = open;
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
        open.get().changelog(key, Optional.ofNullable(value));
    }

    @Override
    public void forEach(BiConsumer<String, byte[]> entry) {
        entries.forEach(entry);
    }
}
