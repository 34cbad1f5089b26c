package io.switchlog.engine.partition;

import io.switchlog.decider.Decision;
import java.util.Map;
import java.util.TreeMap;

/**
 * The workspaces of one partition: as objects for deciding, and as entries of a store, one per entity, for surviving. Both
 * change together.
 */
final class StoredWorkspaces {

    private final WorkspaceEntries entries;
    private final Map<String, StoredWorkspace> workspaces;

    private StoredWorkspaces(WorkspaceEntries entries, Map<String, StoredWorkspace> workspaces) {
        this.entries = entries;
        this.workspaces = workspaces;
    }

    static StoredWorkspaces load(EntityStore store) {
        Map<String, WorkspaceLoading> loading = new TreeMap<>();
        store.forEach((text, value) -> {
            StoreKey key = StoreKey.parse(text);
            loading.computeIfAbsent(key.workspace(), WorkspaceLoading::new).add(key, value);
        });
        Map<String, StoredWorkspace> workspaces = new TreeMap<>();
        loading.forEach((name, loaded) -> workspaces.put(name, loaded.done()));
        return new StoredWorkspaces(new WorkspaceEntries(store), workspaces);
    }

    StoredWorkspace get(String workspace) {
        return workspaces.computeIfAbsent(workspace, name -> StoredWorkspace.fresh());
    }

    Map<String, StoredWorkspace> all() {
        return workspaces;
    }

    /** Takes over and stores what a decision changed. */
    void accept(String workspace, Decision decision, String lastHash, long lastOffset) {
        StoredWorkspace stored = get(workspace);
        entries.put(workspace, stored, decision, lastHash, lastOffset);
        stored.state().accept(decision.changes());
        workspaces.put(workspace, stored.at(lastHash, lastOffset));
    }
}
