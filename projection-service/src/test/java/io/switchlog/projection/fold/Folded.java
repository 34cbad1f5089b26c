package io.switchlog.projection.fold;

import io.switchlog.board.LogOfEvents;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The rows of one workspace after events that come one by one, in batches of one. */
final class Folded {

    private final LogOfEvents log = new LogOfEvents("demo");
    private final Projection projection = new Projection(List.of(), Duration.ofDays(90));
    private final Map<Long, QueueRow> queue = new LinkedHashMap<>();
    private final Map<Long, ClaimRow> claims = new LinkedHashMap<>();
    private final Map<String, CallRow> calls = new LinkedHashMap<>();
    private final Map<String, VoicemailRow> voicemails = new LinkedHashMap<>();
    private final Map<Long, SessionRow> sessions = new LinkedHashMap<>();
    private final List<RingRow> rings = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<CompletionRow> completions = new ArrayList<>();

    /** Events that are decisions by themselves; the first of the log is a second after its {@link LogOfEvents#START}. */
    Folded after(Event... events) {
        for (Event event : events) {
            after(log.next(event));
        }
        return this;
    }

    Folded after(EventMessage message) {
        projection.apply(message, 0, message.sequence());
        Changes changes =
                Objects.requireNonNull(projection.takeBatch().changes().get("demo"));
        keep(queue, changes.queue(), QueueRow::enteredSequence);
        keep(claims, changes.claims(), ClaimRow::sequence);
        keep(calls, changes.calls(), CallRow::callSid);
        keep(voicemails, changes.voicemails(), VoicemailRow::recordingSid);
        keep(sessions, changes.sessions(), SessionRow::beganSequence);
        rings.addAll(changes.rings());
        events.addAll(changes.events());
        completions.addAll(changes.completions());
        return this;
    }

    static Instant second(long sequence) {
        return LogOfEvents.at(sequence);
    }

    List<QueueRow> queue() {
        return List.copyOf(queue.values());
    }

    List<ClaimRow> claims() {
        return List.copyOf(claims.values());
    }

    List<CallRow> calls() {
        return List.copyOf(calls.values());
    }

    List<VoicemailRow> voicemails() {
        return List.copyOf(voicemails.values());
    }

    List<SessionRow> sessions() {
        return List.copyOf(sessions.values());
    }

    List<RingRow> rings() {
        return List.copyOf(rings);
    }

    List<EventRow> events() {
        return List.copyOf(events);
    }

    List<CompletionRow> completions() {
        return List.copyOf(completions);
    }

    private static <K, R> void keep(Map<K, R> rows, Collection<R> changed, Function<R, K> key) {
        changed.forEach(row -> rows.put(key.apply(row), row));
    }
}
