package io.switchlog.projection.fold;

import io.switchlog.contract.Personal;
import io.switchlog.contract.TranscriptionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a caller left.
 *
 * @param from absent where the call itself is not known
 * @param recordedAt absent as long as only the transcription is known, which may come first
 * @param text absent when the transcription failed, or is not there yet
 */
public record VoicemailRow(
        String callSid,
        String recordingSid,
        @Nullable Personal from,
        @Nullable Instant recordedAt,
        @Nullable Integer durationSeconds,
        @Nullable Instant transcribedAt,
        @Nullable TranscriptionStatus transcription,
        @Nullable Personal text) {

    static VoicemailRow unknown(String callSid, String recordingSid, @Nullable Personal from) {
        return new VoicemailRow(callSid, recordingSid, from, null, null, null, null, null);
    }

    VoicemailRow recorded(Instant at, int seconds) {
        return new VoicemailRow(callSid, recordingSid, from, at, seconds, transcribedAt, transcription, text);
    }

    VoicemailRow transcribed(Instant at, TranscriptionStatus status, @Nullable Personal words) {
        return new VoicemailRow(callSid, recordingSid, from, recordedAt, durationSeconds, at, status, words);
    }
}
