package io.switchlog.projection.follow;

import io.switchlog.client.LogPosition;
import io.switchlog.contract.EventMessage;
import io.switchlog.projection.fold.OpenWorkspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Of each partition the last event that the read models have. It is read once more, before anything else, to see that this is the
 * log they are from: positions outlive a log that was wiped, and to go on by them in another one would skip its events as
 * duplicates.
 */
final class LastEvents {

    private final Map<Integer, LogPosition> farthest;

    /** Those that the log has not shown yet. */
    private final Map<Integer, LogPosition> awaited;

    LastEvents(List<OpenWorkspace> start) {
        farthest =
                LogPosition.farthest(start.stream().map(LastEvents::positionOf).toList());
        awaited = new HashMap<>(farthest);
    }

    /** Absent if nothing of the partition is projected. */
    OptionalLong offset(int partition) {
        LogPosition last = farthest.get(partition);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.lastOffset());
    }

    /**
     * Takes what was read of a partition; only the first record counts.
     *
     * @throws UnusableEventException if it is not the last event that is projected
     */
    void recognise(EventMessage message, int partition, long offset) {
        LogPosition last = awaited.remove(partition);
        if (last != null && !last.isOf(message, offset)) {
            throw new UnusableEventException("expected " + last.workspace() + "/" + (last.nextSequence() - 1)
                    + " at offset " + last.lastOffset() + ", so the read models are of another log; rebuild them");
        }
    }

    private static LogPosition positionOf(OpenWorkspace workspace) {
        return new LogPosition(
                workspace.board().workspace(), workspace.nextSequence(), workspace.partition(), workspace.nextOffset());
    }
}
