package io.switchlog.projection.fold;

import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.Personal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages of calls that are not retired, or were never received: recording and transcription are told of in any order, and
 * perhaps twice.
 */
final class Voicemails {

    /** By callSid, then by recordingSid. */
    private final Map<String, Map<String, VoicemailRow>> known = new HashMap<>();

    Voicemails(List<VoicemailRow> known) {
        known.forEach(this::keep);
    }

    void record(VoicemailRecorded event, @Nullable Personal from, Instant at, Changes changes) {
        VoicemailRow row = find(event.callSid(), event.recordingSid(), from).recorded(at, event.durationSeconds());
        keep(row);
        changes.put(row);
    }

    void transcribe(VoicemailTranscribed event, @Nullable Personal from, Instant at, Changes changes) {
        VoicemailRow row =
                find(event.callSid(), event.recordingSid(), from).transcribed(at, event.status(), event.text());
        keep(row);
        changes.put(row);
    }

    /** Nothing tells a reader of the tables that a call has retired which was never received, so its messages stay. */
    void retire(String callSid) {
        known.computeIfPresent(callSid, (_, messages) -> {
            messages.values().removeIf(message -> message.from() != null);
            return messages.isEmpty() ? null : messages;
        });
    }

    private VoicemailRow find(String callSid, String recordingSid, @Nullable Personal from) {
        VoicemailRow row = known.getOrDefault(callSid, Map.of()).get(recordingSid);
        return row == null ? VoicemailRow.unknown(callSid, recordingSid, from) : row;
    }

    private void keep(VoicemailRow row) {
        known.computeIfAbsent(row.callSid(), _ -> new HashMap<>()).put(row.recordingSid(), row);
    }
}
