package io.switchlog.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a call has come. */
public sealed interface Stage {

    /** Nobody has it yet. */
    record Ringing(List<String> offeredTo) implements Stage {}

    /** It is this agent's, and until {@code answeredAt} is there, the agent's device is still coming up. */
    record Active(String agentId, @Nullable Instant answeredAt) implements Stage {}

    /** The caller waits in the parking lot; {@link BoardCall#parking()} says in which place. */
    record Parked() implements Stage {}

    /**
     * It was handed to this agent, who alone is rung.
     *
     * @param transferredBy who handed it over; null when a transfer came to nothing and the call goes back to whose it was
     */
    record Transferring(String agentId, @Nullable String transferredBy) implements Stage {}

    /** The caller is leaving a message. */
    record Voicemail() implements Stage {}

    /** Hung up by click; Twilio has not said yet that the caller's leg is over. */
    record Ending(@Nullable String agentId) implements Stage {}

    /** For whom it rings. */
    default List<String> offeredTo() {
        return switch (this) {
            case Ringing ringing -> ringing.offeredTo;
            case Transferring transferring -> List.of(transferring.agentId);
            case Active _, Parked _, Voicemail _, Ending _ -> List.of();
        };
    }

    /** The agent whose call it is; null when it is nobody's. */
    default @Nullable String agentId() {
        return switch (this) {
            case Active active -> active.agentId;
            case Transferring transferring -> transferring.agentId;
            case Ending ending -> ending.agentId;
            case Ringing _, Parked _, Voicemail _ -> null;
        };
    }
}
