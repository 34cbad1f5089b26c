package io.switchlog.projection.fold;

import io.switchlog.contract.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an agent says one thing of themselves.
 *
 * @param beganSequence of the event that began it
 */
public record SessionRow(
        String agentId,
        long beganSequence,
        Availability status,
        @Nullable String reason,
        Instant beganAt,
        @Nullable Instant endedAt) {

    SessionRow ended(Instant at) {
        return new SessionRow(agentId, beganSequence, status, reason, beganAt, at);
    }
}
