package io.switchlog.projection.follow;

import static java.util.Comparator.comparingLong;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

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

    /** The workspace that has come farthest; all that lies before is projected, too. */
    private final Map<Integer, OpenWorkspace> farthest;

    /** Those that the log has not shown yet. */
    private final Map<Integer, OpenWorkspace> awaited;

    LastEvents(List<OpenWorkspace> start) {
        farthest = start.stream()
                .collect(
                        toMap(OpenWorkspace::partition, each -> each, maxBy(comparingLong(OpenWorkspace::nextOffset))));
        awaited = new HashMap<>(farthest);
    }

    /** Absent if nothing of the partition is projected. */
    OptionalLong offset(int partition) {
        OpenWorkspace last = farthest.get(partition);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.nextOffset() - 1);
    }

    /**
     * Takes what was read of a partition; only the first record counts.
     *
     * @throws UnusableEventException if it is not the last event that is projected
     */
    void recognise(EventMessage message, int partition, long offset) {
        OpenWorkspace last = awaited.remove(partition);
        if (last == null) {
            return;
        }
        String workspace = last.board().workspace();
        long sequence = last.nextSequence() - 1;
        if (offset != last.nextOffset() - 1
                || !message.workspace().equals(workspace)
                || message.sequence() != sequence) {
            throw new UnusableEventException("expected " + workspace + "/" + sequence + " at offset "
                    + (last.nextOffset() - 1) + ", so the read models are of another log; rebuild them");
        }
    }
}
