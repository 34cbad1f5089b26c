package io.switchlog.simulation.projection;

import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardCall;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.projection.fold.ActiveCall;
import io.switchlog.projection.fold.CallRow;
import io.switchlog.projection.fold.Changes;
import io.switchlog.projection.fold.ClaimRow;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.ParkedCall;
import io.switchlog.projection.fold.Progress;
import io.switchlog.projection.fold.QueueRow;
import io.switchlog.projection.fold.RingRow;
import io.switchlog.projection.fold.SessionRow;
import io.switchlog.projection.fold.SettingsRow;
import io.switchlog.projection.fold.VoicemailRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of one workspace, each table by its key; what is read of them again is what {@code store.OpenRows} selects. */
final class Rows {

    private final Map<String, CallRow> calls = new TreeMap<>();
    private final Map<String, List<ActiveCall>> activeCalls = new TreeMap<>();
    private final Map<String, ParkedCall> parkedCalls = new TreeMap<>();
    private final Map<String, BoardAgent> agents = new TreeMap<>();
    private final Map<Long, QueueRow> queue = new TreeMap<>();
    private final Map<Long, ClaimRow> claims = new TreeMap<>();
    private final Map<String, RingRow> rings = new TreeMap<>();
    private final Map<Long, String> callsOfEvents = new TreeMap<>();
    private final Map<String, VoicemailRow> voicemails = new TreeMap<>();
    private final Map<Long, SessionRow> sessions = new TreeMap<>();
    private @Nullable SettingsRow settings;
    private @Nullable Progress progress;

    long nextSequence() {
        return progress().nextSequence();
    }

    int partition() {
        return progress().partition();
    }

    private Progress progress() {
        return Objects.requireNonNull(progress, "rows without a batch");
    }

    void write(Changes changes) {
        for (CallRow row : changes.calls()) {
            calls.put(row.callSid(), row);
            activeCalls.put(row.callSid(), ActiveCall.of(row));
            parkedCalls.remove(row.callSid());
            ParkedCall.of(row).ifPresent(parked -> parkedCalls.put(row.callSid(), parked));
        }
        changes.agents().forEach(row -> agents.put(row.agentId(), row));
        changes.queue().forEach(row -> queue.put(row.enteredSequence(), row));
        changes.claims().forEach(row -> claims.put(row.sequence(), row));
        changes.rings().forEach(row -> rings.put(row.sequence() + " " + row.agentId(), row));
        changes.events().forEach(row -> callsOfEvents.put(row.sequence(), row.callSid()));
        changes.voicemails().forEach(row -> voicemails.put(row.callSid() + " " + row.recordingSid(), row));
        changes.sessions().forEach(row -> sessions.put(row.beganSequence(), row));
        settings = changes.settings() == null ? settings : changes.settings();
        if (changes.ringsKeptSince() != null) {
            rings.values().removeIf(row -> row.at().isBefore(changes.ringsKeptSince()));
        }
        progress = changes.progress();
    }

    OpenWorkspace open(String workspace) {
        List<BoardCall> live = where(calls.values(), CallRow::isLive).stream()
                .map(CallRow::call)
                .toList();
        Board board = new Board(
                workspace,
                nextSequence() - 1,
                List.copyOf(agents.values()),
                live,
                settings == null ? RoutingSettings.DEFAULTS : settings.settings());
        return new OpenWorkspace(
                board,
                nextSequence(),
                partition(),
                progress().nextOffset(),
                where(calls.values(), row -> !row.retired()),
                where(queue.values(), row -> row.leftAt() == null),
                where(claims.values(), row -> row.granted() && row.repeats() == null && row.release() == null),
                where(voicemails.values(), row -> row.from() == null || isKnown(row.callSid())),
                where(sessions.values(), row -> row.endedAt() == null));
    }

    private boolean isKnown(String callSid) {
        CallRow call = calls.get(callSid);
        return call != null && !call.retired();
    }

    private static <R> List<R> where(Collection<R> rows, Predicate<R> which) {
        return rows.stream().filter(which).toList();
    }

    void dump(Consumer<String> line) {
        calls.values().forEach(row -> line.accept(row.toString()));
        activeCalls.values().forEach(row -> line.accept(row.toString()));
        parkedCalls.values().forEach(row -> line.accept(row.toString()));
        agents.values().forEach(row -> line.accept(row.toString()));
        queue.values().forEach(row -> line.accept(row.toString()));
        claims.values().forEach(row -> line.accept(row.toString()));
        rings.values().forEach(row -> line.accept(row.toString()));
        line.accept(callsOfEvents.toString());
        voicemails.values().forEach(row -> line.accept(row.toString()));
        sessions.values().forEach(row -> line.accept(row.toString()));
        line.accept(String.valueOf(settings));
        line.accept(
                "next " + progress().nextSequence() + " at offset " + progress().nextOffset());
    }
}
