package io.switchlog.projection.fold;

import io.switchlog.contract.CallEvent;
import io.switchlog.projection.fold.QueueRow.Entered;
import io.switchlog.projection.fold.QueueRow.Left;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who waits for an agent: from a call's arrival, release or being forgotten, until somebody has it or nobody is to. */
final class Queue {

    private final Map<String, QueueRow> waiting = new HashMap<>();

    Queue(List<QueueRow> waiting) {
        waiting.forEach(row -> this.waiting.put(row.callSid(), row));
    }

    void apply(CallEvent event, long sequence, Instant at, Changes changes) {
        String callSid = event.callSid();
        switch (event) {
            case CallEvent.CallReceived _ -> enter(callSid, sequence, Entered.RECEIVED, at, changes);
            case CallEvent.ClaimReleased _ -> enter(callSid, sequence, Entered.RELEASED, at, changes);
            case CallEvent.CallForgotten _ -> enter(callSid, sequence, Entered.FORGOTTEN, at, changes);
            case CallEvent.ClaimGranted _ -> leave(callSid, Left.CLAIMED, at, changes);
            case CallEvent.CallRetrieved _ -> leave(callSid, Left.RETRIEVED, at, changes);
            case CallEvent.VoicemailOffered _ -> leave(callSid, Left.VOICEMAIL, at, changes);
            case CallEvent.CallParked _ -> leave(callSid, Left.PARKED, at, changes);
            case CallEvent.HangUpStarted _ -> leave(callSid, Left.HUNG_UP, at, changes);
            case CallEvent.CallEnded _, CallEvent.CallRetired _ -> leave(callSid, Left.ENDED, at, changes);
            case CallEvent.CallRinging _,
                    CallEvent.CallDeclined _,
                    CallEvent.ClaimRejected _,
                    CallEvent.RingCancelled _,
                    CallEvent.ClaimantDialled _,
                    CallEvent.CallAnswered _,
                    CallEvent.TransferStarted _,
                    CallEvent.TransferReturned _,
                    CallEvent.CallTransferred _,
                    CallEvent.CallKept _,
                    CallEvent.VoicemailRecorded _,
                    CallEvent.VoicemailTranscribed _,
                    CallEvent.VoicemailCompleted _,
                    CallEvent.TwimlHandedOut _,
                    CallEvent.CallControlDone _,
                    CallEvent.CallControlFailed _ -> {}
        }
    }

    /** A call that is forgotten again, since there was nobody to ring, has been waiting all the time. */
    private void enter(String callSid, long sequence, Entered because, Instant at, Changes changes) {
        if (!waiting.containsKey(callSid)) {
            QueueRow row = new QueueRow(callSid, sequence, because, at, null, null);
            waiting.put(callSid, row);
            changes.put(row);
        }
    }

    private void leave(String callSid, Left because, Instant at, Changes changes) {
        QueueRow row = waiting.remove(callSid);
        if (row != null) {
            changes.put(row.left(at, because));
        }
    }
}
