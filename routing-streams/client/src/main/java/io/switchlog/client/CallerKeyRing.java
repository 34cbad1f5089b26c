package io.switchlog.client;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The callers' keys as the topic tells them: written by its tail alone, read by anyone. */
final class CallerKeyRing {

    private final MasterKey masterKey;
    /** By pseudonym, then key id; the inner maps are replaced, never changed. */
    private final Map<String, NavigableMap<String, CallerKey>> keys = new ConcurrentHashMap<>();

    CallerKeyRing(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /**
     * Takes the next record.
     *
     * @param wrapped null (a tombstone) when the key was erased
     * @throws UnusableRecordException when the record is no key of ours
     */
    void accept(CallerKeyName name, byte @Nullable [] wrapped) {
        CallerKey key = wrapped == null ? null : CallerKey.read(masterKey, name, wrapped);
        keys.compute(name.pseudonym(), (_, known) -> {
            NavigableMap<String, CallerKey> changed = known == null ? new TreeMap<>() : new TreeMap<>(known);
            if (key == null) {
                changed.remove(name.keyId());
            } else {
                changed.put(name.keyId(), key);
            }
            return changed.isEmpty() ? null : changed;
        });
    }

    /** A key to seal with: where a caller has several, the same one everywhere. */
    Optional<CallerKey> keyOf(String pseudonym) {
        return Optional.ofNullable(keys.get(pseudonym))
                .map(known -> known.firstEntry().getValue());
    }

    Optional<CallerKey> find(CallerKeyName name) {
        return Optional.ofNullable(keys.get(name.pseudonym())).map(known -> known.get(name.keyId()));
    }
}
