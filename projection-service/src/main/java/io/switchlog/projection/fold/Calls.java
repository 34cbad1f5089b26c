package io.switchlog.projection.fold;

import io.switchlog.board.BoardCall;
import io.switchlog.board.BoardChange;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.Personal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that are not retired. As long as they live they are as the board has them. */
final class Calls {

    private final Map<String, CallRow> known = new HashMap<>();

    /** The last sequence of a live call is not read again: only an event of that call has its row written, with a new one. */
    Calls(List<BoardCall> live, List<CallRow> overButNotRetired) {
        live.forEach(call -> known.put(call.callSid(), CallRow.live(call, 0)));
        overButNotRetired.forEach(row -> known.put(row.callSid(), row));
    }

    void apply(CallEvent event, BoardChange change, long sequence, Instant at, Changes changes) {
        change.calls().forEach(call -> keep(CallRow.live(call, sequence), changes));
        CallRow row = known.get(event.callSid());
        if (row == null) {
            return; // Its first webhook never reached us, or it is retired.
        }
        if (event instanceof CallEvent.CallEnded ended) {
            keep(row.ended(at, ended.reason(), sequence), changes);
        } else if (event instanceof CallEvent.CallRetired) {
            changes.put(row.retired(at, sequence));
            known.remove(event.callSid());
        } else if (row.lastSequence() != sequence) {
            keep(row.toldOfAt(sequence), changes);
        }
    }

    /** Who called, sealed; null when the call is not known. */
    @Nullable
    Personal callerOf(String callSid) {
        CallRow row = known.get(callSid);
        return row == null ? null : row.call().from();
    }

    private void keep(CallRow row, Changes changes) {
        known.put(row.callSid(), row);
        changes.put(row);
    }
}
