package io.switchlog.decider;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.SystemCommand.ElapseTimer;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** What happens when nothing else did in time. */
final class Timers {

    private Timers() {}

    static void elapse(Draft draft, ElapseTimer command) {
        Call call = draft.call(command.callSid());
        if (call == null || Decider.timer(call.timer(), command.timerId()) == null) {
            Answers.ignore(draft, IgnoreReason.TIMER_GONE);
            return;
        }
        switch (call.stage()) {
            case Stage.Ringing ringing -> Ringing.endAttempt(draft, call.callSid(), ringing, CallControl.REDIRECT);
            case Stage.Connecting connecting ->
                Claims.release(
                        draft,
                        call.callSid(),
                        connecting.agentId(),
                        ReleaseReason.CONNECT_TIMEOUT,
                        CallControl.REDIRECT);
            case Stage.Parked _ -> Parking.forget(draft, call);
            case Stage.HandedOver handedOver ->
                HandOvers.giveUp(draft, call, handedOver, RingCancelReason.NO_ANSWER, CallControl.REDIRECT);
            case Stage.Ending ending -> Endings.startHangUp(draft, call, ending.requestedBy());
            case Stage.Ended _ -> draft.emit(new CallRetired(call.callSid()));
            case Stage.Talking _, Stage.InVoicemail _, Stage.Unplaced _ ->
                throw new IllegalStateException("a timer in a stage that has none");
        }
    }
}
