package io.switchlog.decider;

import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.CallTransferred;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Event;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in plain words, so that a story can say what follows and a failed one can be read. */
final class Facts {

    private Facts() {}

    static String of(Event event) {
        return switch (event) {
            case CallReceived e -> receives(e.callSid());
            case CallRinging e -> controlled(e.callControl(), rings(e.callSid(), e.agentIds()));
            case CallDeclined e -> declined(e.agentId(), e.callSid(), e.by());
            case ClaimGranted e ->
                e.repeats() == null ? grants(e.callSid(), e.agentId()) : grantsAgain(e.callSid(), e.agentId());
            case ClaimRejected e -> refusesClaim(e.callSid(), e.agentId(), e.reason(), e.claimedBy());
            case ClaimReleased e -> releases(e.callSid(), e.agentId(), e.reason());
            case RingCancelled e -> stopsRinging(e.callSid(), e.reason(), e.agentIds());
            case ClaimantDialled e -> dialsAlone(e.callSid(), e.agentId());
            case CallAnswered e -> answers(e.agentId(), e.callSid());
            case VoicemailOffered e -> controlled(e.callControl(), goesToVoicemail(e.callSid(), e.reason()));
            case VoicemailRecorded e -> records(e.callSid(), e.recordingSid(), e.durationSeconds());
            case VoicemailTranscribed e -> transcribes(e.callSid(), e.recordingSid(), e.text() != null);
            case VoicemailCompleted e -> isDone(e.agentId(), e.callSid(), e.recordingSid());
            case CallParked e -> controlled(e.callControl(), isParked(e.callSid(), e.agentId(), e.forgotten()));
            case CallRetrieved e -> controlled(e.callControl(), fetches(e.requestedBy(), e.callSid(), e.agentId()));
            case TransferStarted e -> controlled(e.callControl(), startsTransfer(e.from(), e.callSid(), e.agentId()));
            case TransferReturned e -> controlled(e.callControl(), comesBack(e.callSid(), e.agentId()));
            case CallTransferred e -> hasHandedOver(e.from(), e.callSid(), e.agentId());
            case CallForgotten e -> isForgotten(e.callSid());
            case CallKept e -> keeps(e.agentId(), e.callSid());
            case HangUpStarted e -> startsToHangUp(e.requestedBy(), e.callSid(), e.agentId());
            case CallEnded e -> ends(e.callSid(), e.reason(), e.agentId());
            case CallRetired e -> retires(e.callSid());
            case TwimlHandedOut e -> handsOut(e.callSid(), e.step());
            case CallControlDone e -> concludes(e.callSid(), e.outcome());
            case CallControlFailed e -> givesUp(e.callSid());
            case AgentRegistered e -> registered(e.agentId());
            case AgentAvailabilityChanged e -> isNow(e.agentId(), e.status());
            case AgentConnected e -> isHeard(e.agentId(), e.deviceConnected());
            case AgentDisconnected e -> isGone(e.agentId());
            case RoutingConfigured _ -> reconfigured();
            case CommandRepeated e -> repeats(e.outcome().sequence());
            case CommandIgnored e -> ignores(e.reason());
            case CommandRejected e -> refuses(e.reason(), e.claimedBy());
        };
    }

    static String receives(String callSid) {
        return callSid + " is received";
    }

    static String rings(String callSid, String... agentIds) {
        return rings(callSid, List.of(agentIds));
    }

    private static String rings(String callSid, List<String> agentIds) {
        return callSid + " rings " + String.join(", ", agentIds);
    }

    static String declined(String agentId, String callSid, DeclinedBy by) {
        return agentId + " declines " + callSid + " by " + by;
    }

    static String grants(String callSid, String agentId) {
        return callSid + " is granted to " + agentId;
    }

    static String grantsAgain(String callSid, String agentId) {
        return callSid + " is granted to " + agentId + " once more";
    }

    static String refusesClaim(String callSid, String agentId, RefusalReason reason) {
        return refusesClaim(callSid, agentId, reason, null);
    }

    static String refusesClaim(String callSid, String agentId, RefusalReason reason, @Nullable String claimedBy) {
        return callSid + " is refused to " + agentId + ": " + reason + heldBy(claimedBy);
    }

    static String releases(String callSid, String agentId, ReleaseReason reason) {
        return callSid + " is released from " + agentId + ": " + reason;
    }

    static String stopsRinging(String callSid, RingCancelReason reason, String... agentIds) {
        return stopsRinging(callSid, reason, List.of(agentIds));
    }

    private static String stopsRinging(String callSid, RingCancelReason reason, List<String> agentIds) {
        return callSid + " stops ringing " + String.join(", ", agentIds) + ": " + reason;
    }

    static String dialsAlone(String callSid, String agentId) {
        return callSid + " dials " + agentId + " alone";
    }

    static String answers(String agentId, String callSid) {
        return agentId + " answers " + callSid;
    }

    static String goesToVoicemail(String callSid, VoicemailReason reason) {
        return callSid + " goes to voicemail: " + reason;
    }

    static String records(String callSid, String recordingSid, int seconds) {
        return callSid + " has recorded " + recordingSid + " of " + seconds + " s";
    }

    static String transcribes(String callSid, String recordingSid, boolean inWords) {
        return callSid + " has " + recordingSid + (inWords ? " in writing" : " not in writing");
    }

    static String isDone(String agentId, String callSid, String recordingSid) {
        return agentId + " is done with " + recordingSid + " of " + callSid;
    }

    static String isParked(String callSid, String parkedBy) {
        return isParked(callSid, parkedBy, false);
    }

    static String isParkedForLong(String callSid, String parkedBy) {
        return isParked(callSid, parkedBy, true);
    }

    private static String isParked(String callSid, String parkedBy, boolean forgotten) {
        return callSid + " is parked" + (forgotten ? ", long ago" : "") + ", by " + parkedBy;
    }

    static String fetches(String requestedBy, String callSid, String agentId) {
        return requestedBy + " retrieves " + callSid + " for " + agentId;
    }

    static String startsTransfer(String from, String callSid, String agentId) {
        return from + " transfers " + callSid + " to " + agentId;
    }

    static String comesBack(String callSid, String agentId) {
        return callSid + " comes back to " + agentId;
    }

    static String hasHandedOver(String from, String callSid, String agentId) {
        return from + " has handed " + callSid + " to " + agentId;
    }

    static String isForgotten(String callSid) {
        return callSid + " was parked for too long";
    }

    static String keeps(String agentId, String callSid) {
        return agentId + " still has " + callSid;
    }

    static String startsToHangUp(String requestedBy, String callSid, @Nullable String holder) {
        return requestedBy + " hangs " + callSid + " up" + heldBy(holder);
    }

    static String ends(String callSid, EndReason reason) {
        return ends(callSid, reason, null);
    }

    static String ends(String callSid, EndReason reason, @Nullable String agentId) {
        return callSid + " ends: " + reason + heldBy(agentId);
    }

    static String retires(String callSid) {
        return callSid + " is forgotten";
    }

    static String handsOut(String callSid, int step) {
        return callSid + " gets the document of step " + step;
    }

    static String concludes(String callSid, CallControlOutcome outcome) {
        return callSid + "'s instruction is " + outcome;
    }

    static String givesUp(String callSid) {
        return callSid + "'s instruction is given up";
    }

    static String registered(String agentId) {
        return agentId + " is registered";
    }

    static String isNow(String agentId, Availability availability) {
        return agentId + " is " + availability;
    }

    static String isHeard(String agentId, boolean deviceConnected) {
        return agentId + " is heard, " + (deviceConnected ? "with" : "without") + " a device";
    }

    static String isGone(String agentId) {
        return agentId + " is not heard any more";
    }

    static String reconfigured() {
        return "the settings change";
    }

    static String repeats(long sequence) {
        return "the answer of " + sequence + " is given again";
    }

    static String ignores(IgnoreReason reason) {
        return "nothing changes: " + reason;
    }

    static String refuses(RefusalReason reason) {
        return refuses(reason, null);
    }

    static String refuses(RefusalReason reason, @Nullable String claimedBy) {
        return "refused: " + reason + heldBy(claimedBy);
    }

    /** The caller's leg is told over REST, since no webhook's answer can tell it. */
    static String byRedirect(String fact) {
        return controlled(CallControl.REDIRECT, fact);
    }

    private static String controlled(CallControl control, String fact) {
        return control == CallControl.NONE ? fact : fact + " (" + control + ")";
    }

    private static String heldBy(@Nullable String agentId) {
        return agentId == null ? "" : ", held by " + agentId;
    }
}
