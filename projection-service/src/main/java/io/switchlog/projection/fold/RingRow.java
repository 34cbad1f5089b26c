package io.switchlog.projection.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened on an agent's phone.
 *
 * @param reason in the log's words, where there is one
 */
public record RingRow(
        long sequence,
        String agentId,
        String callSid,
        What what,
        @Nullable String reason,
        Instant at) {

    /** As seen from the phone. */
    public enum What {
        RUNG,
        DECLINED,
        CANCELLED,
        CLAIMED,
        ANSWERED
    }
}
