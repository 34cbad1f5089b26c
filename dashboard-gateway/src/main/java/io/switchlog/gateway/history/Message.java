package io.switchlog.gateway.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a caller left.
 *
 * @param from the caller's number; null once the caller was erased, and where only the message was ever told of
 * @param at since when we know of it
 * @param recordedAt null as long as only the transcription is there
 * @param transcriptionStatus null as long as there is none
 * @param text the message in writing; null where it could not be put in writing, or was erased
 * @param recording where it can be listened to; null where the caller was erased
 * @param completedBy who is done with it
 */
record Message(
        String recordingSid,
        String callSid,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String to,
        Instant at,
        @Nullable Instant recordedAt,
        @Nullable Integer durationSeconds,
        @Nullable String transcriptionStatus,
        @Nullable Instant transcribedAt,
        @Nullable String text,
        @Nullable String recording,
        boolean done,
        @Nullable String completedBy,
        @Nullable Instant completedAt) {}
