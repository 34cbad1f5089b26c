package io.switchlog.client;

import io.switchlog.contract.EventMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * How far somebody has read a workspace's events.
 *
 * @param nextSequence of the first event that they do not know
 * @param nextOffset Kafka's offset after the last event that they know
 */
public record LogPosition(String workspace, long nextSequence, int partition, long nextOffset) {

    /** Of each partition the farthest one: what is known is known of all workspaces in it up to there. */
    public static Map<Integer, LogPosition> farthest(Collection<LogPosition> positions) {
        return positions.stream()
                .collect(Collectors.toMap(
                        LogPosition::partition,
                        position -> position,
                        BinaryOperator.maxBy(Comparator.comparingLong(LogPosition::nextOffset))));
    }

    /** Kafka's offset of the last event that they know. */
    public long lastOffset() {
        return nextOffset - 1;
    }

    /**
     * Whether this is the last event that they know. If another one stands in its place, the log is not the one that the position
     * is from.
     */
    public boolean isOf(EventMessage event, long offset) {
        return offset == lastOffset() && event.workspace().equals(workspace) && event.sequence() == nextSequence - 1;
    }
}
