package io.switchlog.projection.fold;

import java.time.Instant;

/**
 * How far a batch brings a workspace.
 *
 * @param expectedSequence where it must stand before the batch; 1 if it was not known
 * @param nextSequence where it stands after it
 * @param nextOffset Kafka's offset after the last event
 * @param logTime of the last event
 */
public record Progress(long expectedSequence, long nextSequence, int partition, long nextOffset, Instant logTime) {

    public boolean isFirst() {
        return expectedSequence == 1;
    }
}
