package io.switchlog.engine.partition;

import io.switchlog.contract.EventChain;
import io.switchlog.decider.state.Workspace;

/**
 * A workspace as the engine keeps it.
 *
 * @param lastHash hash of the stored bytes of its latest event
 * @param lastOffset where the latest command that it decided stands in the command topic
 */
record StoredWorkspace(Workspace state, RingOrder ringOrder, String lastHash, long lastOffset) {

    /** Before every offset. */
    static final long NO_OFFSET = -1;

    static StoredWorkspace fresh() {
        return new StoredWorkspace(new Workspace(), new RingOrder(), EventChain.GENESIS, NO_OFFSET);
    }

    StoredWorkspace at(String newLastHash, long newLastOffset) {
        return new StoredWorkspace(state, ringOrder, newLastHash, newLastOffset);
    }
}
