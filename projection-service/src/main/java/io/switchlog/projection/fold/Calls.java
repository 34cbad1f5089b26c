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

    Calls(List<CallRow> known) {
        known.forEach(row -> this.known.put(row.callSid(), row));
    }

    void apply(CallEvent event, BoardChange change, long sequence, Instant at, Changes changes) {
        for (BoardCall call : change.calls()) {
            CallRow row = known.get(call.callSid());
            keep(row == null ? CallRow.received(call, sequence) : row.onBoard(call), changes);
        }
        CallRow row = known.get(event.callSid());
        if (row == null) {
            return; // Its first webhook never reached us, or it is retired.
        }
        CallRow told = row.toldOf(event, sequence);
        switch (event) {
            case CallEvent.CallEnded ended -> keep(told.ended(at, ended.reason()), changes);
            case CallEvent.CallRetired _ -> {
                changes.put(told.retired(at));
                known.remove(event.callSid());
            }
            case CallEvent _ -> keep(told, changes);
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
