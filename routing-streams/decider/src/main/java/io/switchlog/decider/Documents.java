package io.switchlog.decider;

import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.TwimlOccasion;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/**
 * Tells the end of the TwiML document that the caller's leg runs from the end of one that has been replaced. A redirect
 * makes Twilio request the old verb's action as if the verb had ended by itself, and throw the answer away:
 * https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource.
 */
final class Documents {

    private Documents() {}

    /**
     * Whether a verb's end is news. If not, that is recorded here, and where Twilio may act on the answer after all, the
     * document of the current step is handed out again.
     *
     * @param step step of the document whose verb ended
     * @param delivery delivery of that document
     * @param callStatus of the caller's leg
     */
    static boolean isEndOfCurrent(Draft draft, Call call, int step, long delivery, CallStatus callStatus) {
        if (call.stage() instanceof Stage.Ended) {
            Answers.ignore(draft, IgnoreReason.CALL_ENDED);
            return false;
        }
        if (callStatus.isFinal()) {
            Endings.end(draft, call, EndReason.CALLER_LEG_ENDED);
            return false;
        }
        if (delivery < call.delivery()) {
            // A later document has been fetched: whatever we answer is thrown away.
            Answers.ignore(draft, IgnoreReason.STALE);
            return false;
        }
        if (step < call.step()) {
            // A decision was faster than the end of the document that it replaces: this answer may deliver it.
            Answers.ignore(draft, IgnoreReason.STALE);
            Answers.handOutTwiml(draft, call.callSid(), TwimlOccasion.VERB_ENDED);
            return false;
        }
        if (call.isRedirectPending()) {
            Answers.ignore(draft, IgnoreReason.REDIRECT_PENDING);
            Answers.handOutTwiml(draft, call.callSid(), TwimlOccasion.VERB_ENDED);
            return false;
        }
        return true;
    }
}
