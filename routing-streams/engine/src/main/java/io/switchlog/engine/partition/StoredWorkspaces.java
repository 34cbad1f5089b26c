package io.switchlog.engine.partition;

import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Changes;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Remembered;
import io.switchlog.decider.state.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces of one partition: as objects for deciding, and as entries of a store, one per entity, for surviving. Both
 * change together.
 */
final class StoredWorkspaces {

    private final EntityStore store;
    private final Map<String, StoredWorkspace> workspaces;

    private StoredWorkspaces(EntityStore store, Map<String, StoredWorkspace> workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    static StoredWorkspaces load(EntityStore store) {
        Map<String, Loading> loading = new TreeMap<>();
        store.forEach((text, value) -> {
            StoreKey key = StoreKey.parse(text);
            loading.computeIfAbsent(key.workspace(), name -> new Loading()).add(key, value);
        });
        Map<String, StoredWorkspace> workspaces = new TreeMap<>();
        loading.forEach((name, loaded) -> workspaces.put(name, loaded.done(name)));
        return new StoredWorkspaces(store, workspaces);
    }

    StoredWorkspace get(String workspace) {
        return workspaces.computeIfAbsent(workspace, name -> StoredWorkspace.fresh());
    }

    Map<String, StoredWorkspace> all() {
        return workspaces;
    }

    /** Takes over and stores what a decision changed. */
    void accept(String workspace, Changes changes, String lastHash, long lastOffset) {
        Workspace state = get(workspace).state();
        state.accept(changes);
        workspaces.put(workspace, new StoredWorkspace(state, lastHash, lastOffset));

        changes.calls()
                .forEach((callSid, call) -> store.put(
                        StoreKey.call(workspace, callSid),
                        call.map(StateCodec::encode).orElse(null)));
        changes.agents()
                .forEach((agentId, agent) -> store.put(StoreKey.agent(workspace, agentId), StateCodec.encode(agent)));
        changes.remembered()
                .ifPresent(each -> store.put(StoreKey.remembered(workspace, each), StateCodec.encode(each)));
        changes.forgotten().forEach(each -> store.put(StoreKey.remembered(workspace, each), null));
        store.put(
                StoreKey.head(workspace),
                StateCodec.encode(new StateCodec.StoredHead(changes.head(), lastHash, lastOffset)));
    }

    /** A workspace whose entries come in the store's order. */
    private static final class Loading {
        private StateCodec.@Nullable StoredHead head;
        private final List<Call> calls = new ArrayList<>();
        private final List<Agent> agents = new ArrayList<>();
        private final List<Remembered> remembered = new ArrayList<>();

        void add(StoreKey key, byte[] value) {
            switch (key.kind()) {
                case HEAD -> head = StateCodec.decode(value, StateCodec.StoredHead.class);
                case CALL -> calls.add(StateCodec.decode(value, Call.class));
                case AGENT -> agents.add(StateCodec.decode(value, Agent.class));
                case REMEMBERED -> remembered.add(StateCodec.decode(value, Remembered.class));
            }
        }

        StoredWorkspace done(String workspace) {
            if (head == null) {
                throw new IllegalStateException("the stored workspace " + workspace + " has no head");
            }
            Head restored = head.head();
            Long lastOffset = head.lastOffset();
            return new StoredWorkspace(
                    Workspace.restore(restored, calls, agents, remembered),
                    head.lastHash(),
                    lastOffset == null ? StoredWorkspace.NO_OFFSET : lastOffset);
        }
    }
}
