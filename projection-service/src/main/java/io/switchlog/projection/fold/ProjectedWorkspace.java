package io.switchlog.projection.fold;

import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardChange;
import io.switchlog.board.WorkspaceBoard;
import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One workspace: its board, and of each table what is open. */
final class ProjectedWorkspace {

    private final WorkspaceBoard board;
    private final Calls calls;
    private final Queue queue;
    private final Claims claims;
    private final Rings rings;
    private final Voicemails voicemails;
    private final Sessions sessions;
    private long nextSequence;

    ProjectedWorkspace(OpenWorkspace start, Duration ringsKept) {
        board = new WorkspaceBoard(start.board());
        calls = new Calls(start.notRetired());
        queue = new Queue(start.waiting());
        claims = new Claims(start.held());
        rings = new Rings(ringsKept);
        voicemails = new Voicemails(start.voicemails());
        sessions = new Sessions(start.sessions());
        nextSequence = start.nextSequence();
    }

    static ProjectedWorkspace before(String workspace, Duration ringsKept) {
        Board nothing = new Board(workspace, 0, List.of(), List.of(), RoutingSettings.DEFAULTS);
        return new ProjectedWorkspace(
                new OpenWorkspace(nothing, 1, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of()), ringsKept);
    }

    long nextSequence() {
        return nextSequence;
    }

    void apply(EventMessage message, int partition, long nextOffset, Changes changes) {
        long sequence = message.sequence();
        BoardChange change = board.apply(message);
        change.agents().forEach(changes::put);
        EventRow.of(message).ifPresent(changes::put);
        switch (message.event()) {
            case CallEvent event -> apply(event, message, change, changes);
            case AgentEvent _ -> {
                for (BoardAgent agent : change.agents()) {
                    sessions.apply(agent, sequence, message.at(), changes);
                }
            }
            case WorkspaceEvent.RoutingConfigured event -> changes.put(new SettingsRow(sequence, event.settings()));
            case CommandEvent.CommandRejected event -> claims.apply(event, message, changes);
            case CommandEvent.CommandRepeated _, CommandEvent.CommandIgnored _ -> {}
        }
        rings.forget(message.at(), changes);
        changes.advanceTo(new Progress(nextSequence, sequence + 1, partition, nextOffset, message.at()));
        nextSequence = sequence + 1;
    }

    private void apply(CallEvent event, EventMessage message, BoardChange change, Changes changes) {
        long sequence = message.sequence();
        Instant at = message.at();
        switch (event) {
            case CallEvent.VoicemailRecorded e -> voicemails.record(e, calls.callerOf(e.callSid()), at, changes);
            case CallEvent.VoicemailTranscribed e -> voicemails.transcribe(e, calls.callerOf(e.callSid()), at, changes);
            case CallEvent.VoicemailCompleted e ->
                changes.put(new CompletionRow(e.recordingSid(), e.callSid(), sequence, e.agentId(), at));
            case CallEvent.CallRetired e -> voicemails.retire(e.callSid());
            case CallEvent _ -> {
                // No other event tells of a message.
            }
        }
        calls.apply(event, change, sequence, at, changes);
        queue.apply(event, sequence, at, changes);
        claims.apply(event, message, changes);
        rings.apply(event, sequence, at, changes);
    }
}
