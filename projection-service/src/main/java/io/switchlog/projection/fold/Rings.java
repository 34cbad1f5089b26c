package io.switchlog.projection.fold;

import io.switchlog.contract.CallEvent;
import io.switchlog.contract.WireName;
import io.switchlog.projection.fold.RingRow.What;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on agents' phones. It is much and soon of no interest, so that it is kept for some days of the log's own time:
 * by another clock, a rebuild would keep other rows than those that are there.
 */
final class Rings {

    private final Duration kept;
    private @Nullable Instant keptSince;

    Rings(Duration kept) {
        this.kept = kept;
    }

    void apply(CallEvent event, long sequence, Instant at, Changes changes) {
        String callSid = event.callSid();
        switch (event) {
            case CallEvent.CallRinging e -> all(e.agentIds(), callSid, sequence, What.RUNG, null, at, changes);
            case CallEvent.CallRetrieved e -> one(e.agentId(), callSid, sequence, What.RUNG, "retrieved", at, changes);
            case CallEvent.TransferStarted e ->
                one(e.agentId(), callSid, sequence, What.RUNG, "transferred", at, changes);
            case CallEvent.TransferReturned e ->
                one(e.agentId(), callSid, sequence, What.RUNG, "returned", at, changes);
            case CallEvent.ClaimantDialled e -> one(e.agentId(), callSid, sequence, What.RUNG, "claimed", at, changes);
            case CallEvent.CallDeclined e ->
                one(e.agentId(), callSid, sequence, What.DECLINED, WireName.of(e.by()), at, changes);
            case CallEvent.RingCancelled e ->
                all(e.agentIds(), callSid, sequence, What.CANCELLED, WireName.of(e.reason()), at, changes);
            case CallEvent.ClaimGranted e -> {
                if (e.repeats() == null) {
                    one(e.agentId(), callSid, sequence, What.CLAIMED, WireName.of(e.via()), at, changes);
                }
            }
            case CallEvent.CallAnswered e -> one(e.agentId(), callSid, sequence, What.ANSWERED, null, at, changes);
            case CallEvent.CallReceived _,
                    CallEvent.ClaimRejected _,
                    CallEvent.ClaimReleased _,
                    CallEvent.CallParked _,
                    CallEvent.CallTransferred _,
                    CallEvent.CallForgotten _,
                    CallEvent.CallKept _,
                    CallEvent.VoicemailOffered _,
                    CallEvent.VoicemailRecorded _,
                    CallEvent.VoicemailTranscribed _,
                    CallEvent.VoicemailCompleted _,
                    CallEvent.HangUpStarted _,
                    CallEvent.CallEnded _,
                    CallEvent.CallRetired _,
                    CallEvent.TwimlHandedOut _,
                    CallEvent.CallControlDone _,
                    CallEvent.CallControlFailed _ -> {}
        }
    }

    /** Once a day of the log there is something to delete. */
    void forget(Instant at, Changes changes) {
        Instant since = at.truncatedTo(ChronoUnit.DAYS).minus(kept);
        if (!since.equals(keptSince)) {
            keptSince = since;
            changes.keepRingsSince(since);
        }
    }

    private static void one(
            String agentId,
            String callSid,
            long sequence,
            What what,
            @Nullable String reason,
            Instant at,
            Changes changes) {
        changes.put(new RingRow(sequence, agentId, callSid, what, reason, at));
    }

    private static void all(
            List<String> agentIds,
            String callSid,
            long sequence,
            What what,
            @Nullable String reason,
            Instant at,
            Changes changes) {
        agentIds.stream().distinct().forEach(agent -> one(agent, callSid, sequence, what, reason, at, changes));
    }
}
