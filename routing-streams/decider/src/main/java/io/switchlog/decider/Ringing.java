package io.switchlog.decider;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rings agents in waves. When nobody is left to ring, the caller goes to voicemail; one who was parked goes back to the lot, since
 * somebody has begun to help them.
 */
final class Ringing {

    private Ringing() {}

    /**
     * The call goes on to whoever is next: another wave of agents, the parking lot, or voicemail.
     *
     * @param callControl how the caller's leg learns of it
     */
    static void goOn(Draft draft, String callSid, CallControl callControl) {
        Call call = known(draft, callSid);
        Offers.Selection selection = Offers.select(draft, call);
        Call.Parking place = call.parking();
        if (!selection.chosen().isEmpty()) {
            ring(draft, call, selection, callControl);
        } else if (place != null) {
            Parking.comeBack(draft, call, place, callControl);
        } else {
            offerVoicemail(draft, call, selection, callControl);
        }
    }

    static void ring(Draft draft, Call call, Offers.Selection selection, CallControl callControl) {
        draft.emit(new CallRinging(
                call.callSid(),
                call.step() + 1,
                selection.chosen(),
                draft.settings().dialTimeoutSeconds(),
                selection.offer(),
                callControl));
    }

    private static void offerVoicemail(Draft draft, Call call, Offers.Selection selection, CallControl callControl) {
        RoutingSettings settings = draft.settings();
        draft.emit(new VoicemailOffered(
                call.callSid(),
                call.step() + 1,
                wasOffered(call) ? VoicemailReason.NOBODY_ANSWERED : VoicemailReason.NOBODY_AVAILABLE,
                settings.voicemailGreeting(),
                settings.voicemailMaxSeconds(),
                settings.voicemailSilenceSeconds(),
                selection.offer(),
                callControl));
    }

    /** The attempt is over for all who still ring, and the call goes on. */
    static void endAttempt(Draft draft, String callSid, Stage.Ringing ringing, CallControl callControl) {
        cancelAll(draft, callSid, ringing, RingCancelReason.NO_ANSWER);
        goOn(draft, callSid, callControl);
    }

    static void cancelAll(Draft draft, String callSid, Stage.Ringing ringing, RingCancelReason reason) {
        cancel(draft, callSid, ringing.ringingAgentIds(), reason, null);
    }

    static void cancel(
            Draft draft, String callSid, List<String> agentIds, RingCancelReason reason, @Nullable String claimedBy) {
        if (!agentIds.isEmpty()) {
            draft.emit(new RingCancelled(callSid, agentIds, reason, claimedBy));
        }
    }

    /** Takes this agent off every call that rings for them; calls that then ring for nobody go on. */
    static void withdrawAllOffers(Draft draft, Agent agent, RingCancelReason reason) {
        for (String callSid : agent.offeredCallSids()) {
            cancel(draft, callSid, List.of(agent.agentId()), reason, null);
            goOnIfNobodyRings(draft, callSid);
        }
    }

    /** Does nothing while the call still rings for somebody. */
    static void goOnIfNobodyRings(Draft draft, String callSid) {
        Call call = known(draft, callSid);
        if (call.stage() instanceof Stage.Ringing ringing
                && ringing.ringingAgentIds().isEmpty()) {
            // Where Twilio itself ended every leg it ends the Dial, too, and asks what is next.
            goOn(draft, callSid, ringing.everyLegIsOver() ? CallControl.NONE : CallControl.REDIRECT);
        }
    }

    private static boolean wasOffered(Call call) {
        return call.step() > 0;
    }

    static Call known(Draft draft, String callSid) {
        Call call = draft.call(callSid);
        if (call == null) {
            throw new IllegalStateException("no call " + callSid);
        }
        return call;
    }
}
