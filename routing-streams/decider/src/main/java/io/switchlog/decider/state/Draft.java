package io.switchlog.decider.state;

import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RoutingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: the events so far, and the state as they leave it, laid over a workspace that stays as it was.
 */
public final class Draft {

    private final Workspace base;
    private Head head;
    private final TreeMap<String, Optional<Call>> calls = new TreeMap<>();
    private final TreeMap<String, Agent> agents = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();

    /**
     * Begins a decision.
     *
     * @param time the command's time; earlier than the workspace's it counts as the workspace's
     */
    public Draft(Workspace base, Instant time) {
        this.base = base;
        this.head = base.head().atTime(time);
    }

    /** Decides that this happened, and folds it into the state. */
    public void emit(Event event) {
        head = head.next();
        Evolution.evolve(this, event);
        events.add(event);
    }

    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    public Instant now() {
        return head.now();
    }

    /** Sequence of the latest event. */
    public long sequence() {
        return head.sequence();
    }

    public RoutingSettings settings() {
        return head.settings();
    }

    public @Nullable Call call(String callSid) {
        Optional<Call> changed = calls.get(callSid);
        return changed == null ? base.call(callSid) : changed.orElse(null);
    }

    public @Nullable Agent agent(String agentId) {
        Agent changed = agents.get(agentId);
        return changed == null ? base.agent(agentId) : changed;
    }

    /** All agents, by id. */
    public List<Agent> allAgents() {
        TreeMap<String, Agent> all = new TreeMap<>();
        base.agents().forEach(agent -> all.put(agent.agentId(), agent));
        all.putAll(agents);
        return List.copyOf(all.values());
    }

    /** The agent counts as there until that time. Nothing else changes without an event. */
    public void hear(String agentId, Instant until) {
        changeAgent(agentId, agent -> agent.attending(attendance -> attendance.heardUntil(until)));
    }

    /** What changes by this command, once all its events are there. */
    public Changes changes(Cause cause) {
        return new Changes(head, calls, agents, remembered(cause), base.outdatedAt(head.now()));
    }

    /** A repetition has been answered before, and what leaves no event has no answer that anybody waits for. */
    private Optional<Remembered> remembered(Cause cause) {
        if (events.isEmpty() || events.stream().anyMatch(CommandEvent.CommandRepeated.class::isInstance)) {
            return Optional.empty();
        }
        Outcome outcome = Outcome.of(base.head().sequence() + 1, events);
        return Optional.of(new Remembered(cause, outcome, head.sequence(), head.now()));
    }

    void configure(RoutingSettings settings) {
        head = head.configured(settings);
    }

    void put(Call call) {
        calls.put(call.callSid(), Optional.of(call));
    }

    void forget(String callSid) {
        calls.put(callSid, Optional.empty());
    }

    void put(Agent agent) {
        agents.put(agent.agentId(), agent);
    }

    void change(String callSid, UnaryOperator<Call> change) {
        Call call = call(callSid);
        if (call == null) {
            throw new IllegalStateException("an event about the unknown call " + callSid);
        }
        put(change.apply(call));
    }

    void changeAgent(String agentId, UnaryOperator<Agent> change) {
        Agent agent = agent(agentId);
        if (agent == null) {
            throw new IllegalStateException("an event about the unknown agent " + agentId);
        }
        put(change.apply(agent));
    }
}
