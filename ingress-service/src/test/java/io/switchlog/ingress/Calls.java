package io.switchlog.ingress;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.Offer;
import io.switchlog.contract.Personal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Events of one call, as tests need them. */
public final class Calls {

    public static final String SID = "CA0123456789abcdef0123456789abcdef";
    public static final Personal CALLER = new Personal("key-1", "pseudonym-1", "c2VjcmV0");

    private static final Instant PARKED_AT = Instant.parse("2026-01-01T12:00:00Z");

    private static final Offer OFFER = new Offer(List.of(), Collections.unmodifiableSortedMap(new TreeMap<>()));

    private Calls() {}

    public static CallReceived received() {
        return new CallReceived(SID, CALLER, "+15550001");
    }

    public static CallRinging ringing(int step, CallControl callControl, String... agentIds) {
        return new CallRinging(SID, step, List.of(agentIds), 25, OFFER, callControl);
    }

    public static ClaimGranted claimed(String agentId) {
        return new ClaimGranted(SID, agentId, ClaimedVia.CLICK, 10, null);
    }

    public static CallAnswered answered(String agentId) {
        return new CallAnswered(SID, agentId, "CAchild");
    }

    public static CallParked parked(int step, CallControl callControl) {
        return new CallParked(SID, step, "ann", PARKED_AT, false, 300, callControl);
    }

    public static CallRetrieved retrieved(int step, String agentId) {
        return new CallRetrieved(SID, step, agentId, agentId, 20, 25, CallControl.REDIRECT);
    }

    public static TransferStarted transferStarted(int step, String agentId, String from) {
        return new TransferStarted(SID, step, agentId, from, 20, 25, CallControl.REDIRECT);
    }

    public static TransferReturned transferReturned(int step, String agentId) {
        return new TransferReturned(SID, step, agentId, 20, 25, CallControl.REDIRECT);
    }

    public static VoicemailOffered voicemail(int step, CallControl callControl) {
        return new VoicemailOffered(
                SID, step, VoicemailReason.NOBODY_ANSWERED, "Ann & Bob are out.", 90, 4, OFFER, callControl);
    }

    public static TwimlHandedOut handedOut(int step) {
        return new TwimlHandedOut(SID, step, null);
    }

    public static HangUpStarted hangUpStarted() {
        return new HangUpStarted(SID, "sam", null);
    }

    public static CallEnded ended(EndReason reason) {
        return new CallEnded(SID, reason, null);
    }
}
