package io.switchlog.decider;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** What came of instructions to Twilio. */
final class Instructions {

    private Instructions() {}

    static void report(Draft draft, ReportCallControl report) {
        Call call = draft.call(report.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        boolean underWay = call.instruction() != null && call.instruction().id() == report.instruction();
        if (!underWay) {
            Answers.ignore(draft, IgnoreReason.STALE);
        } else if (report.outcome() == CallControlOutcome.FAILED) {
            draft.emit(
                    new CallControlFailed(report.callSid(), report.instruction(), report.errorCode(), report.detail()));
        } else {
            draft.emit(new CallControlDone(report.callSid(), report.instruction(), report.outcome()));
            if (report.outcome() == CallControlOutcome.HUNG_UP && !(call.stage() instanceof Stage.Ended)) {
                Endings.end(draft, call, EndReason.CALLER_LEG_ENDED);
            }
        }
        if (report.outcome() == CallControlOutcome.FETCHED) {
            // Even a superseded redirect that is fetched gets the document of the current step, and runs it.
            Answers.handOutTwiml(draft, report.callSid());
        }
    }
}
