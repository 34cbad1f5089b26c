package io.switchlog.contract;

import java.time.Instant;

/**
 * An event with its envelope: the value of a record in {@link Topics#ROUTING_EVENTS}.
 *
 * @param sequence number of the event in its workspace, from 1 and without gaps; transaction markers leave holes in Kafka's
 *     offsets, so readers resume, detect gaps and drop duplicates by this
 * @param previousHash SHA-256, in hex, of the stored bytes of the workspace's previous event; {@link EventChain#GENESIS} for
 *     the first
 * @param rulesVersion version of the rules that decided
 * @param cause the command that this answers
 * @param position of the event in its decision, from 1
 * @param size how many events the decision has; they have consecutive sequences
 * @param at the workspace's time, which never runs backwards
 */
public record EventMessage(
        String workspace,
        long sequence,
        String previousHash,
        int rulesVersion,
        Cause cause,
        int position,
        int size,
        Instant at,
        Event event) {

    /** Whether this is the last event of its decision, so that what was read up to here is a whole. */
    public boolean endsDecision() {
        return position == size;
    }
}
