package io.switchlog.simulator.call;

import io.switchlog.simulator.live.Changes;
import java.util.function.UnaryOperator;

/** The truth about a call: its own thread alone changes it, anyone may read the latest snapshot. */
final class CallTruth {
    private final Changes changes;
    private volatile CallSnapshot latest;

    CallTruth(Leg caller, Changes changes) {
        this.changes = changes;
        this.latest = CallSnapshot.of(caller);
    }

    CallSnapshot latest() {
        return latest;
    }

    void change(UnaryOperator<CallSnapshot> change) {
        latest = change.apply(latest);
        changes.happened();
    }
}
