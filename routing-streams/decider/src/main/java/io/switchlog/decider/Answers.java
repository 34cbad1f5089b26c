package io.switchlog.decider;

import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.TwimlOccasion;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** The answers that are alike for many commands. */
final class Answers {

    private Answers() {}

    static void refuse(Draft draft, RefusalReason reason) {
        draft.emit(new CommandRejected(reason, null, null));
    }

    static void refuseInvalid(Draft draft, String fieldAndExpectation) {
        draft.emit(new CommandRejected(RefusalReason.INVALID, fieldAndExpectation, null));
    }

    /** Of a call that has an agent: who has it must wait until their device is up, and nobody else may. */
    static void refuseUnlessUp(Draft draft, Call call, String agentId) {
        String holder = call.stage().holder();
        draft.emit(
                agentId.equals(holder)
                        ? new CommandRejected(RefusalReason.CONNECTING, null, null)
                        : new CommandRejected(RefusalReason.NOT_YOUR_CALL, null, holder));
    }

    static void ignore(Draft draft, IgnoreReason reason) {
        draft.emit(new CommandIgnored(reason));
    }

    /**
     * Records that the answer to this webhook is the TwiML of the call's current step, which the caller's leg will run
     * from then on. A call that has ended has no step any more.
     */
    static void handOutTwiml(Draft draft, String callSid, TwimlOccasion occasion) {
        Call call = draft.call(callSid);
        if (call != null && !(call.stage() instanceof Stage.Ended)) {
            draft.emit(new TwimlHandedOut(callSid, call.step(), occasion));
        }
    }
}
