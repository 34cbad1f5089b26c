package io.switchlog.decider;

import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Workspace;

/** The TwiML that a caller's leg runs, as its URLs name it. */
record Document(int step, long delivery) {

    /** Calls that nobody knows have none; the numbers do not matter then. */
    static Document currentOf(Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        return call == null ? new Document(1, 1) : new Document(call.step(), call.delivery());
    }
}
