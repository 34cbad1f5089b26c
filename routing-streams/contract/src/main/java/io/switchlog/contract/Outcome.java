package io.switchlog.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short answer to a command, the same for whoever asks and however often.
 *
 * @param accepted whether the command was granted (a report that changed nothing counts as accepted)
 * @param sequence of the first event of the decision
 * @param reason why it was refused; absent when accepted
 * @param detail the refusal for people; often absent
 * @param claimedBy who holds the call, where that is the reason
 */
public record Outcome(
        boolean accepted,
        long sequence,
        @Nullable RefusalReason reason,
        @Nullable String detail,
        @Nullable String claimedBy) {

    /**
     * Reads the answer off the events of one decision.
     *
     * @param firstSequence sequence of the first of the events
     */
    public static Outcome of(long firstSequence, List<? extends Event> events) {
        for (Event event : events) {
            switch (event) {
                case CommandEvent.CommandRepeated repeated -> {
                    return repeated.outcome();
                }
                case CommandEvent.CommandRejected r -> {
                    return new Outcome(false, firstSequence, r.reason(), r.detail(), r.claimedBy());
                }
                case CallEvent.ClaimRejected r -> {
                    return new Outcome(false, firstSequence, r.reason(), null, r.claimedBy());
                }
                case CallEvent.ClaimGranted granted
                when granted.repeats() != null -> {
                    return accepted(granted.repeats());
                }
                case CommandEvent.CommandIgnored _, CallEvent _, AgentEvent _, WorkspaceEvent _ -> {}
            }
        }
        return accepted(firstSequence);
    }

    private static Outcome accepted(long sequence) {
        return new Outcome(true, sequence, null, null, null);
    }
}
