package io.switchlog.projection.fold;

import io.switchlog.board.BoardAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one workspace that some events have changed, each as the last of them has left it. */
public final class Changes {

    private final Map<String, CallRow> calls = new LinkedHashMap<>();
    private final Map<String, BoardAgent> agents = new LinkedHashMap<>();
    private final Map<Long, QueueRow> queue = new LinkedHashMap<>();
    private final Map<Long, ClaimRow> claims = new LinkedHashMap<>();
    private final List<RingRow> rings = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<CompletionRow> completions = new ArrayList<>();
    private final Map<List<String>, VoicemailRow> voicemails = new LinkedHashMap<>();
    private final Map<Long, SessionRow> sessions = new LinkedHashMap<>();
    private @Nullable SettingsRow settings;
    private @Nullable Instant ringsKeptSince;
    private @Nullable Progress progress;

    Changes() {}

    public Progress progress() {
        return Objects.requireNonNull(progress, "no event yet");
    }

    /** Calls by callSid; what is derived from them, {@link ActiveCall} and {@link ParkedCall}, is to be replaced as well. */
    public Collection<CallRow> calls() {
        return Collections.unmodifiableCollection(calls.values());
    }

    /** Agents by their id. */
    public Collection<BoardAgent> agents() {
        return Collections.unmodifiableCollection(agents.values());
    }

    /** Stretches of waiting by the sequence that began them. */
    public Collection<QueueRow> queue() {
        return Collections.unmodifiableCollection(queue.values());
    }

    /** Attempts by their sequence. */
    public Collection<ClaimRow> claims() {
        return Collections.unmodifiableCollection(claims.values());
    }

    /** All of them new. */
    public List<RingRow> rings() {
        return Collections.unmodifiableList(rings);
    }

    /** All of them new. */
    public List<EventRow> events() {
        return Collections.unmodifiableList(events);
    }

    /** Those of a message that is dealt with already count for nothing. */
    public List<CompletionRow> completions() {
        return Collections.unmodifiableList(completions);
    }

    /** Messages by callSid and recordingSid. */
    public Collection<VoicemailRow> voicemails() {
        return Collections.unmodifiableCollection(voicemails.values());
    }

    /** Stretches of an availability by the sequence that began them. */
    public Collection<SessionRow> sessions() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    public @Nullable SettingsRow settings() {
        return settings;
    }

    /** What is older on agents' phones is to be deleted, this batch's own rows included; null if nothing new has become old. */
    public @Nullable Instant ringsKeptSince() {
        return ringsKeptSince;
    }

    void put(CallRow row) {
        calls.put(row.callSid(), row);
    }

    void put(BoardAgent agent) {
        agents.put(agent.agentId(), agent);
    }

    void put(QueueRow row) {
        queue.put(row.enteredSequence(), row);
    }

    void put(ClaimRow row) {
        claims.put(row.sequence(), row);
    }

    void put(RingRow row) {
        rings.add(row);
    }

    void put(EventRow row) {
        events.add(row);
    }

    void put(CompletionRow row) {
        completions.add(row);
    }

    void put(VoicemailRow row) {
        voicemails.put(List.of(row.callSid(), row.recordingSid()), row);
    }

    void put(SessionRow row) {
        sessions.put(row.beganSequence(), row);
    }

    void put(SettingsRow row) {
        settings = row;
    }

    void keepRingsSince(Instant time) {
        ringsKeptSince = time;
    }

    void advanceTo(Progress next) {
        long expected = progress == null ? next.expectedSequence() : progress.expectedSequence();
        progress = new Progress(expected, next.nextSequence(), next.partition(), next.nextOffset(), next.logTime());
    }
}
