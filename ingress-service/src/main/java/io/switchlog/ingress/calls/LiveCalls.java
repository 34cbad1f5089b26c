package io.switchlog.ingress.calls;

import io.switchlog.contract.CallEvent;
import io.switchlog.contract.EventMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of all workspaces, folded from routing-events by the tail's thread and read by all others.
 *
 * <p>A decision shows as a whole or not at all: between its events a call may ring for nobody, and a caller who asked just
 * then would be dropped.
 */
public final class LiveCalls implements Consumer<EventMessage> {

    private final Map<String, LiveCall> calls = new ConcurrentHashMap<>();
    /** Decisions whose events have not all come, by workspace. Touched by the tail's thread alone. */
    private final Map<String, List<EventMessage>> unfinished = new HashMap<>();

    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    public Optional<LiveCall> find(String callSid) {
        return Optional.ofNullable(calls.get(callSid));
    }

    /** The calls for which something is to be done over REST. */
    public Stream<LiveCall> withInstruction() {
        return calls.values().stream().filter(call -> call.pending() != null);
    }

    /** The calls that are not over, and of which the log has not heard since that time. */
    public List<LiveCall> silentSince(Instant time) {
        return calls.values().stream()
                .filter(call -> !call.isOver() && call.lastNews().isBefore(time))
                .toList();
    }

    /** Tells the watcher, on the tail's thread, the callSid of each call that a decision was about, once it can be read here. */
    public void watch(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    @Override
    public void accept(EventMessage message) {
        unfinished
                .computeIfAbsent(message.workspace(), _ -> new ArrayList<>(message.size()))
                .add(message);
        if (message.endsDecision()) {
            List<EventMessage> decision = unfinished.remove(message.workspace());
            publish(decision == null ? List.of() : decision);
        }
    }

    private void publish(List<EventMessage> decision) {
        Map<String, @Nullable LiveCall> changed = new LinkedHashMap<>();
        for (EventMessage message : decision) {
            if (message.event() instanceof CallEvent event) {
                String callSid = event.callSid();
                LiveCall before = changed.containsKey(callSid) ? changed.get(callSid) : calls.get(callSid);
                changed.put(callSid, CallFold.evolve(before, message, event));
            }
        }
        changed.forEach((callSid, call) -> calls.compute(callSid, (_, _) -> call));
        changed.keySet().forEach(callSid -> watchers.forEach(watcher -> watcher.accept(callSid)));
    }
}
