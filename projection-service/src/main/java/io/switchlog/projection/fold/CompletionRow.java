package io.switchlog.projection.fold;

import java.time.Instant;

/**
 * That somebody has dealt with a message. It stands apart from {@link VoicemailRow}, since it may come weeks after the call has
 * been forgotten, and the first one about a message counts.
 *
 * @param sequence of the event that says so
 */
public record CompletionRow(
        String recordingSid, String callSid, long sequence, String completedBy, Instant completedAt) {}
