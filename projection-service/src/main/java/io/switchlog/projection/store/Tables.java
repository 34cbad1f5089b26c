package io.switchlog.projection.store;

import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import io.switchlog.board.snapshot.BoardRows;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.WireName;
import io.switchlog.projection.fold.ActiveCall;
import io.switchlog.projection.fold.CallRow;
import io.switchlog.projection.fold.ClaimRow;
import io.switchlog.projection.fold.CompletionRow;
import io.switchlog.projection.fold.EventRow;
import io.switchlog.projection.fold.ParkedCall;
import io.switchlog.projection.fold.Progress;
import io.switchlog.projection.fold.QueueRow;
import io.switchlog.projection.fold.RingRow;
import io.switchlog.projection.fold.SessionRow;
import io.switchlog.projection.fold.SettingsRow;
import io.switchlog.projection.fold.VoicemailRow;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** The columns of each table, as the scripts in db/projection make them. */
final class Tables {

    static final Table<CallRow> CALLS = Table.<CallRow>of("calls", "call_sid")
            .text("call_sid", CallRow::callSid)
            .personal("from", row -> row.call().from())
            .text("to_number", row -> row.call().to())
            .time("received_at", row -> row.call().receivedAt())
            .count("step", row -> row.call().step())
            .text("stage", row -> BoardRows.nameOf(row.call().stage()))
            .time("since", row -> row.call().since())
            .text("agent_id", row -> row.call().agentId())
            .time("answered_at", row -> answeredAt(row.call().stage()))
            .text("transferred_by", row -> transferredBy(row.call().stage()))
            .texts("offered_to", row -> row.call().offeredTo())
            .texts("declined_by", row -> row.call().declinedBy())
            .text("parked_by", parking(BoardCall.Parking::parkedBy))
            .time("parked_at", parking(BoardCall.Parking::parkedAt))
            .flag("forgotten", parking(BoardCall.Parking::forgotten))
            .number("failed_instruction", failure(BoardCall.ControlFailure::instruction))
            .count("failed_error_code", failure(BoardCall.ControlFailure::errorCode))
            .text("failed_detail", failure(BoardCall.ControlFailure::detail))
            .time("failed_at", failure(BoardCall.ControlFailure::at))
            .text("reached", row -> WireName.of(row.reached()))
            .time("ended_at", CallRow::endedAt)
            .text("end_reason", row -> wireName(row.endReason()))
            .flag("retired", CallRow::retired)
            .number("last_sequence", CallRow::lastSequence);

    static final Table<BoardAgent> AGENTS = Table.<BoardAgent>of("agents", "agent_id")
            .text("agent_id", BoardAgent::agentId)
            .text("name", BoardAgent::name)
            .text("role", agent -> WireName.of(agent.role()))
            .count("max_concurrent_calls", BoardAgent::maxConcurrentCalls)
            .text("availability", agent -> WireName.of(agent.availability()))
            .text("reason", BoardAgent::reason)
            .text("presence", agent -> WireName.of(agent.presence()))
            .count("missed_rings", BoardAgent::missedRings)
            .time("since", BoardAgent::since)
            .texts("call_sids", BoardAgent::callSids)
            .texts("offered_call_sids", BoardAgent::offeredCallSids)
            .texts("reserved_call_sids", BoardAgent::reservedCallSids);

    static final Table<ActiveCall> ACTIVE_CALLS = Table.<ActiveCall>of("active_calls", "call_sid", "agent_id")
            .text("call_sid", ActiveCall::callSid)
            .text("agent_id", ActiveCall::agentId)
            .text("role", row -> WireName.of(row.role()))
            .time("since", ActiveCall::since);

    static final Table<ParkedCall> PARKED_CALLS = Table.<ParkedCall>of("parked_calls", "call_sid")
            .text("call_sid", ParkedCall::callSid)
            .text("parked_by", ParkedCall::parkedBy)
            .time("parked_at", ParkedCall::parkedAt)
            .flag("forgotten", ParkedCall::forgotten);

    static final Table<QueueRow> QUEUE_ENTRIES = Table.<QueueRow>of("queue_entries", "entered_sequence")
            .text("call_sid", QueueRow::callSid)
            .number("entered_sequence", QueueRow::enteredSequence)
            .text("entered_because", row -> WireName.of(row.enteredBecause()))
            .time("entered_at", QueueRow::enteredAt)
            .time("left_at", QueueRow::leftAt)
            .text("left_because", row -> wireName(row.leftBecause()));

    static final Table<ClaimRow> CALL_CLAIMS = Table.<ClaimRow>of("call_claims", "sequence")
            .number("sequence", ClaimRow::sequence)
            .text("call_sid", ClaimRow::callSid)
            .text("kind", row -> WireName.of(row.kind()))
            .text("agent_id", ClaimRow::agentId)
            .text("requested_by", ClaimRow::requestedBy)
            .text("via", row -> wireName(row.via()))
            .flag("granted", ClaimRow::granted)
            .number("repeats", ClaimRow::repeats)
            .text("refused_because", row -> wireName(row.refusedBecause()))
            .text("claimed_by", ClaimRow::claimedBy)
            .time("at", ClaimRow::at)
            .time("answered_at", ClaimRow::answeredAt)
            .number("released_sequence", release(ClaimRow.Release::sequence))
            .time("released_at", release(ClaimRow.Release::at))
            .text("released_because", release(ClaimRow.Release::because));

    static final Table<RingRow> RING_EVENTS = Table.<RingRow>of("ring_events", "sequence", "agent_id")
            .number("sequence", RingRow::sequence)
            .text("agent_id", RingRow::agentId)
            .text("call_sid", RingRow::callSid)
            .text("what", row -> WireName.of(row.what()))
            .text("reason", RingRow::reason)
            .time("at", RingRow::at);

    /** ASCII, whatever is in the words: no character can be one that Postgres refuses. */
    private static final ObjectWriter WORDS = LogCodec.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    static final Table<EventRow> CALL_EVENTS = Table.<EventRow>of("call_events", "call_sid", "sequence")
            .text("call_sid", EventRow::callSid)
            .number("sequence", EventRow::sequence)
            .time("at", row -> row.message().at())
            .text("type", row -> row.message().event().getClass().getSimpleName())
            .text("command", row -> row.message().cause().commandType())
            .text("command_id", row -> row.message().cause().commandId())
            .text("actor_kind", row -> WireName.of(row.message().cause().actor().kind()))
            .text("actor_id", row -> row.message().cause().actor().id())
            .count("position", row -> row.message().position())
            .count("size", row -> row.message().size())
            .json("event", row -> WORDS.writeValueAsString(row.message().event()));

    static final Table<CompletionRow> VOICEMAIL_COMPLETIONS = Table.<CompletionRow>of(
                    "voicemail_completions", "recording_sid")
            .text("recording_sid", CompletionRow::recordingSid)
            .text("call_sid", CompletionRow::callSid)
            .number("sequence", CompletionRow::sequence)
            .text("completed_by", CompletionRow::completedBy)
            .time("completed_at", CompletionRow::completedAt);

    static final Table<VoicemailRow> VOICEMAILS = Table.<VoicemailRow>of("voicemails", "call_sid", "recording_sid")
            .text("call_sid", VoicemailRow::callSid)
            .text("recording_sid", VoicemailRow::recordingSid)
            .personal("from", VoicemailRow::from)
            .time("recorded_at", VoicemailRow::recordedAt)
            .count("duration_seconds", VoicemailRow::durationSeconds)
            .time("transcribed_at", VoicemailRow::transcribedAt)
            .text("transcription_status", row -> wireName(row.transcription()))
            .personal("text", VoicemailRow::text);

    static final Table<SessionRow> AGENT_SESSIONS = Table.<SessionRow>of("agent_sessions", "began_sequence")
            .text("agent_id", SessionRow::agentId)
            .number("began_sequence", SessionRow::beganSequence)
            .text("status", row -> WireName.of(row.status()))
            .text("reason", SessionRow::reason)
            .time("began_at", SessionRow::beganAt)
            .time("ended_at", SessionRow::endedAt);

    static final Table<SettingsRow> ROUTING_SETTINGS = Table.<SettingsRow>of("routing_settings")
            .number("sequence", SettingsRow::sequence)
            .json("settings", row -> LogCodec.mapper().writeValueAsString(row.settings()));

    static final Table<Progress> POSITIONS = Table.<Progress>of("positions")
            .number("next_sequence", Progress::nextSequence)
            .count("partition", Progress::partition)
            .number("next_offset", Progress::nextOffset)
            .time("log_time", Progress::logTime);

    private Tables() {}

    private static <T> Function<ClaimRow, @Nullable T> release(Function<ClaimRow.Release, @Nullable T> value) {
        return row -> of(row.release(), value);
    }

    private static <T> Function<CallRow, @Nullable T> parking(Function<BoardCall.Parking, @Nullable T> value) {
        return row -> of(row.call().parking(), value);
    }

    private static <T> Function<CallRow, @Nullable T> failure(Function<BoardCall.ControlFailure, @Nullable T> value) {
        return row -> of(row.call().controlFailure(), value);
    }

    private static <T, V> @Nullable V of(@Nullable T whole, Function<T, @Nullable V> part) {
        return whole == null ? null : part.apply(whole);
    }

    private static @Nullable String wireName(@Nullable Enum<?> constant) {
        return constant == null ? null : WireName.of(constant);
    }

    private static @Nullable Instant answeredAt(Stage stage) {
        return stage instanceof Stage.Active active ? active.answeredAt() : null;
    }

    private static @Nullable String transferredBy(Stage stage) {
        return stage instanceof Stage.Transferring transferring ? transferring.transferredBy() : null;
    }
}
