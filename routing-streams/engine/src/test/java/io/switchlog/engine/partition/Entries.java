package io.switchlog.engine.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store in memory that also notes what is written to it. */
final class Entries implements EntityStore {

    final List<String> written = new ArrayList<>();
    final TreeMap<String, byte[]> stored = new TreeMap<>();

    @Override
    public void put(String key, byte @Nullable [] value) {
        written.add(key);
        if (value == null) {
            stored.remove(key);
        } else {
            stored.put(key, value);
        }
    }

    @Override
    public void forEach(BiConsumer<String, byte[]> entry) {
        stored.forEach(entry);
    }
}
