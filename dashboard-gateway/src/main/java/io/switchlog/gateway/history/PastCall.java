package io.switchlog.gateway.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as history tells it.
 *
 * @param from the caller's number; null once the caller was erased
 * @param outcome what it came to
 * @param state as on the board, {@code ended} when it is over
 * @param agentId who has it, or had it last
 * @param answeredAt when the first agent was connected
 * @param answeredBy all who talked to the caller, by their ids
 * @param endReason in the log's words
 */
record PastCall(
        String callSid,
        Outcome outcome,
        String state,
        @Nullable String from,
        @Nullable String fromName,
        String to,
        @Nullable String agentId,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        List<String> answeredBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** What a call came to. */
    enum Outcome {
        /** It is not over. */
        LIVE,
        /** An agent talked to the caller. */
        ANSWERED,
        /** The caller left a message, whoever talked to them before. */
        VOICEMAIL,
        /** No agent talked to the caller, and there is no message. */
        MISSED
    }
}
