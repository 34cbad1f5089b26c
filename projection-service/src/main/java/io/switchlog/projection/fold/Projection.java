package io.switchlog.projection.fold;

import io.switchlog.contract.EventMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds events into rows, batch by batch. Who feeds it keeps to whole decisions, since a batch in the middle of one would show
 * readers a moment that never was, and starts a new one from {@link ReadModels#read} when a batch could not be written.
 */
public final class Projection {

    private final Duration ringsKept;
    private final Map<String, ProjectedWorkspace> workspaces = new HashMap<>();
    private SortedMap<String, Changes> changes = new TreeMap<>();

    /**
     * Goes on where the read models stand.
     *
     * @param ringsKept whole days for which {@link RingRow}s are kept
     */
    public Projection(List<OpenWorkspace> start, Duration ringsKept) {
        this.ringsKept = ringsKept;
        start.forEach(each -> workspaces.put(each.board().workspace(), new ProjectedWorkspace(each, ringsKept)));
    }

    /** The sequence that the workspace's next event must have. */
    public long nextSequence(String workspace) {
        ProjectedWorkspace known = workspaces.get(workspace);
        return known == null ? 1 : known.nextSequence();
    }

    /**
     * Takes the workspace's next event.
     *
     * @param nextOffset Kafka's offset after it
     * @throws IllegalArgumentException if it is not the next one
     */
    public void apply(EventMessage message, int partition, long nextOffset) {
        String name = message.workspace();
        if (message.sequence() != nextSequence(name)) {
            throw new IllegalArgumentException("workspace " + name + " goes on with sequence " + message.sequence()
                    + ", expected " + nextSequence(name));
        }
        workspaces
                .computeIfAbsent(name, _ -> ProjectedWorkspace.before(name, ringsKept))
                .apply(message, partition, nextOffset, changes.computeIfAbsent(name, _ -> new Changes()));
    }

    /** What has changed since this was asked last. */
    public Batch takeBatch() {
        Batch batch = new Batch(changes);
        changes = new TreeMap<>();
        return batch;
    }
}
