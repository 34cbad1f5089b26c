package io.switchlog.board;

import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.CallTransferred;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.Event;
import io.switchlog.contract.Offer;
import io.switchlog.contract.Personal;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Events in the words of the tests. */
public final class Happenings {

    public static final Personal SEALED = new Personal("key", "pseudonym", "ciphertext");
    private static final Offer OFFER = new Offer(List.of(), new TreeMap<>());

    private Happenings() {}

    public static Event registered(String agentId) {
        return new AgentRegistered(agentId, agentId + "'s name", Role.AGENT, 1);
    }

    public static Event says(String agentId, Availability availability) {
        return new AgentAvailabilityChanged(agentId, availability, null);
    }

    /** With a device. */
    public static Event heard(String agentId) {
        return new AgentConnected(agentId, true);
    }

    public static Event silent(String agentId) {
        return new AgentDisconnected(agentId);
    }

    public static Event received(String callSid) {
        return new CallReceived(callSid, SEALED, "+15550001");
    }

    public static Event ringing(String callSid, int step, String... agentIds) {
        return new CallRinging(callSid, step, List.of(agentIds), 25, OFFER, CallControl.NONE);
    }

    public static Event declined(String callSid, String agentId) {
        return new CallDeclined(callSid, agentId, DeclinedBy.CLICK);
    }

    public static Event claimed(String callSid, String agentId) {
        return new ClaimGranted(callSid, agentId, ClaimedVia.CLICK, 10, null);
    }

    public static Event released(String callSid, String agentId) {
        return new ClaimReleased(callSid, agentId, ReleaseReason.CONNECT_TIMEOUT);
    }

    public static Event ringCancelled(String callSid, String... agentIds) {
        return new RingCancelled(callSid, List.of(agentIds), RingCancelReason.NO_ANSWER, null);
    }

    public static Event answered(String callSid, String agentId) {
        return new CallAnswered(callSid, agentId, "CAleg");
    }

    public static Event parked(String callSid, int step, String agentId, Instant parkedAt) {
        return new CallParked(callSid, step, agentId, parkedAt, false, 300, CallControl.REDIRECT);
    }

    public static Event parkedForgotten(String callSid, int step, String agentId, Instant parkedAt) {
        return new CallParked(callSid, step, agentId, parkedAt, true, 300, CallControl.NONE);
    }

    public static Event retrieved(String callSid, int step, String agentId, String requestedBy) {
        return new CallRetrieved(callSid, step, agentId, requestedBy, 10, 15, CallControl.REDIRECT);
    }

    public static Event transferred(String callSid, int step, String agentId, String from) {
        return new TransferStarted(callSid, step, agentId, from, 10, 15, CallControl.REDIRECT);
    }

    public static Event returned(String callSid, int step, String agentId) {
        return new TransferReturned(callSid, step, agentId, 10, 15, CallControl.NONE);
    }

    public static Event arrived(String callSid, String agentId, String from) {
        return new CallTransferred(callSid, agentId, from);
    }

    public static Event forgotten(String callSid, String agentId) {
        return new CallForgotten(callSid, agentId, 300);
    }

    public static Event kept(String callSid, int step, String agentId, Instant answeredAt) {
        return new CallKept(callSid, step, agentId, "CAleg", answeredAt);
    }

    public static Event voicemail(String callSid, int step) {
        return new VoicemailOffered(
                callSid, step, VoicemailReason.NOBODY_ANSWERED, "greeting", 120, 3, OFFER, CallControl.NONE);
    }

    public static Event ended(String callSid) {
        return new CallEnded(callSid, EndReason.CALLER_LEG_ENDED, null);
    }
}
