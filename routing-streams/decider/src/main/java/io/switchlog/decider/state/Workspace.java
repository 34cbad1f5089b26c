package io.switchlog.decider.state;

import io.switchlog.contract.Cause;
import io.switchlog.contract.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of a workspace. Its entities are immutable; the workspace itself changes only by {@link #accept}, with what a
 * decision changed as a whole, so that a decision that fails half-way leaves no trace.
 */
public final class Workspace {

    private Head head = Head.START;
    private final Map<String, Call> calls = new HashMap<>();
    private final TreeMap<String, Agent> agents = new TreeMap<>();
    private final TreeSet<Timer> timers = new TreeSet<>();
    /** Oldest first. */
    private final LinkedHashMap<Cause, Remembered> remembered = new LinkedHashMap<>();

    /** The state before the first command. */
    public Workspace() {}

    /**
     * The state as it was stored.
     *
     * @param remembered in any order
     */
    public static Workspace restore(
            Head head, Iterable<Call> calls, Iterable<Agent> agents, List<Remembered> remembered) {
        Workspace workspace = new Workspace();
        workspace.head = head;
        calls.forEach(workspace::put);
        agents.forEach(workspace::put);
        remembered.stream()
                .sorted((a, b) -> Long.compare(a.decidedAt(), b.decidedAt()))
                .forEach(each -> workspace.remembered.put(each.cause(), each));
        return workspace;
    }

    public Head head() {
        return head;
    }

    public @Nullable Call call(String callSid) {
        return calls.get(callSid);
    }

    public @Nullable Agent agent(String agentId) {
        return agents.get(agentId);
    }

    /** All agents, by id. */
    public Iterable<Agent> agents() {
        return agents.values();
    }

    /** The answer that the same command got before; null when it is new, or its answer is forgotten. */
    public @Nullable Outcome outcomeOf(Cause cause) {
        Remembered known = remembered.get(cause);
        return known == null ? null : known.outcome();
    }

    /** The timers that are due at that time, earliest first. */
    public List<Timer> timersDue(Instant at) {
        List<Timer> due = new ArrayList<>();
        for (Timer timer : timers) {
            if (timer.dueAt().isAfter(at)) {
                break;
            }
            due.add(timer);
        }
        return due;
    }

    /** Takes over what a decision changed. */
    public void accept(Changes changes) {
        head = changes.head();
        changes.calls().forEach((callSid, call) -> {
            if (call.isPresent()) {
                put(call.get());
            } else {
                forget(callSid);
            }
        });
        changes.agents().values().forEach(this::put);
        changes.forgotten().forEach(each -> remembered.remove(each.cause()));
        changes.remembered().ifPresent(each -> {
            // A map keeps the place of a key that it knows, and the latest belongs to the end.
            remembered.remove(each.cause());
            remembered.put(each.cause(), each);
        });
    }

    /** The commands whose repetition is not expected any more at that time. */
    List<Remembered> outdatedAt(Instant now) {
        List<Remembered> outdated = new ArrayList<>();
        for (Remembered each : remembered.values()) {
            if (!each.isOutdatedAt(now)) {
                break;
            }
            outdated.add(each);
        }
        return outdated;
    }

    private void put(Call call) {
        replace(timerOf(calls.put(call.callSid(), call)), call.timer());
    }

    private void put(Agent agent) {
        replace(timerOf(agents.put(agent.agentId(), agent)), agent.timer());
    }

    private void forget(String callSid) {
        replace(timerOf(calls.remove(callSid)), null);
    }

    private void replace(@Nullable Timer old, @Nullable Timer now) {
        if (old != null) {
            timers.remove(old);
        }
        if (now != null) {
            timers.add(now);
        }
    }

    private static @Nullable Timer timerOf(@Nullable Call call) {
        return call == null ? null : call.timer();
    }

    private static @Nullable Timer timerOf(@Nullable Agent agent) {
        return agent == null ? null : agent.timer();
    }
}
