package io.switchlog.projection.fold;

import java.util.SortedMap;

/**
 * The rows that some events have changed.
 *
 * @param changes by workspace, in an order that two writers share, so that neither waits for the other in a circle
 */
public record Batch(SortedMap<String, Changes> changes) {

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many events are in it. */
    public long events() {
        return changes.values().stream()
                .map(Changes::progress)
                .mapToLong(progress -> progress.nextSequence() - progress.expectedSequence())
                .sum();
    }
}
