package io.switchlog.decider;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.TwimlOccasion;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.List;

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
            stayWhereTheyAre(draft, call);
        } else {
            draft.emit(new CallControlDone(report.callSid(), report.instruction(), report.outcome()));
            if (report.outcome() == CallControlOutcome.HUNG_UP && !(call.stage() instanceof Stage.Ended)) {
                Endings.end(draft, call, EndReason.CALLER_LEG_ENDED);
            }
        }
        if (report.outcome() == CallControlOutcome.FETCHED) {
            // Even a superseded redirect that is fetched gets the document of the current step, and runs it.
            Answers.handOutTwiml(draft, report.callSid(), TwimlOccasion.REDIRECT_FETCHED);
        }
    }

    /**
     * A redirect was given up. Where the caller is in a place that they leave by redirect only, and no webhook's answer has taken
     * them from there either, they still are, and the board must not tell another story.
     */
    private static void stayWhereTheyAre(Draft draft, Call call) {
        Call.Instruction redirect = call.instruction();
        Call.Left left = redirect == null ? null : redirect.left();
        if (left == null) {
            return;
        }
        if (left.stage() instanceof Stage.Talking talking) {
            giveBack(draft, call);
            draft.emit(new CallKept(
                    call.callSid(), left.step(), talking.agentId(), talking.legSid(), talking.answeredAt()));
            Claims.withdrawOtherOffersIfBusy(draft, talking.agentId());
        } else if (call.parking() != null) {
            giveBack(draft, call);
            Parking.stay(draft, call, call.parking(), left.step());
        }
    }

    /** Whoever was to have the caller does not get them. */
    private static void giveBack(Draft draft, Call call) {
        switch (call.stage()) {
            case Stage.Ringing ringing ->
                Ringing.cancelAll(draft, call.callSid(), ringing, RingCancelReason.CALL_CONTROL_FAILED);
            case Stage.HandedOver handedOver ->
                Ringing.cancel(
                        draft,
                        call.callSid(),
                        List.of(handedOver.agentId()),
                        RingCancelReason.CALL_CONTROL_FAILED,
                        null);
            case Stage.Connecting connecting ->
                draft.emit(new ClaimReleased(call.callSid(), connecting.agentId(), ReleaseReason.CALL_CONTROL_FAILED));
            case Stage.Parked _,
                    Stage.Talking _,
                    Stage.InVoicemail _,
                    Stage.Unplaced _,
                    Stage.Ending _,
                    Stage.Ended _ -> {}
        }
    }
}
