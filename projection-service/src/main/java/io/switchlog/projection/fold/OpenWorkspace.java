package io.switchlog.projection.fold;

import io.switchlog.board.Board;
import java.util.List;

/**
 * A workspace as the read models have it, as far as events to come may change it.
 *
 * @param board the live calls and the agents
 * @param nextOffset Kafka's offset after the workspace's last event
 * @param notRetired calls of which the log may still tell, whether they live or have ended
 * @param waiting the stretches of callers who wait
 * @param held the grants that hold
 * @param voicemails of calls that are not retired, and all whose caller is unknown
 * @param sessions what each agent says of themselves at present
 */
public record OpenWorkspace(
        Board board,
        long nextSequence,
        int partition,
        long nextOffset,
        List<CallRow> notRetired,
        List<QueueRow> waiting,
        List<ClaimRow> held,
        List<VoicemailRow> voicemails,
        List<SessionRow> sessions) {

    public OpenWorkspace {
        notRetired = List.copyOf(notRetired);
        waiting = List.copyOf(waiting);
        held = List.copyOf(held);
        voicemails = List.copyOf(voicemails);
        sessions = List.copyOf(sessions);
    }
}
