package io.switchlog.decider;

import io.switchlog.contract.Cause;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Changes;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Remembered;
import io.switchlog.decider.state.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the engine keeps of a workspace: what the decisions say that has to be stored, and nothing else. */
final class Store {

    private Head head = new Workspace().head();
    private final Map<String, Call> calls = new HashMap<>();
    private final Map<String, Agent> agents = new HashMap<>();
    private final Map<Cause, Remembered> remembered = new HashMap<>();

    void keep(Changes changes) {
        head = changes.head();
        changes.calls().forEach((callSid, call) -> {
            if (call.isPresent()) {
                calls.put(callSid, call.get());
            } else {
                calls.remove(callSid);
            }
        });
        agents.putAll(changes.agents());
        changes.forgotten().forEach(each -> remembered.remove(each.cause()));
        changes.remembered().ifPresent(each -> remembered.put(each.cause(), each));
    }

    /** The workspace after a restart of the engine. */
    Workspace restored() {
        return Workspace.restore(head, calls.values(), agents.values(), List.copyOf(remembered.values()));
    }

    int remembered() {
        return remembered.size();
    }
}
