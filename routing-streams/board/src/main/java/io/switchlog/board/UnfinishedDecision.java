package io.switchlog.board;

import io.switchlog.contract.RoutingSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of a decision have changed so far, laid over the board as it was before the decision. */
final class UnfinishedDecision implements BoardFold.Before {

    private final Map<String, BoardCall> callsBefore;
    private final Map<String, BoardAgent> agentsBefore;
    private final Map<String, BoardCall> calls = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, BoardAgent> agents = new HashMap<>();
    private @Nullable RoutingSettings settings;

    UnfinishedDecision(Map<String, BoardCall> callsBefore, Map<String, BoardAgent> agentsBefore) {
        this.callsBefore = callsBefore;
        this.agentsBefore = agentsBefore;
    }

    void add(BoardChange change) {
        change.calls().forEach(call -> {
            calls.put(call.callSid(), call);
            gone.remove(call.callSid());
        });
        change.gone().forEach(callSid -> {
            calls.remove(callSid);
            gone.add(callSid);
        });
        change.agents().forEach(agent -> agents.put(agent.agentId(), agent));
        if (change.settings() != null) {
            settings = change.settings();
        }
    }

    /** Makes the changes, the decision being whole now. Returns the settings that hold from here on. */
    RoutingSettings putInto(
            Map<String, BoardCall> allCalls, Map<String, BoardAgent> allAgents, RoutingSettings settingsBefore) {
        allCalls.putAll(calls);
        allCalls.keySet().removeAll(gone);
        allAgents.putAll(agents);
        return settings == null ? settingsBefore : settings;
    }

    @Override
    public @Nullable BoardCall call(String callSid) {
        if (gone.contains(callSid)) {
            return null;
        }
        BoardCall changed = calls.get(callSid);
        return changed == null ? callsBefore.get(callSid) : changed;
    }

    @Override
    public @Nullable BoardAgent agent(String agentId) {
        BoardAgent changed = agents.get(agentId);
        return changed == null ? agentsBefore.get(agentId) : changed;
    }
}
