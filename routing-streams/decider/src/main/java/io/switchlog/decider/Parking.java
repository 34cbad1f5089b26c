package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** The parking lot: how calls come into it, and what becomes of those that nobody fetches. */
final class Parking {

    private Parking() {}

    /** An agent clicked "park": only who talks may. */
    static void park(Draft draft, ParkCall command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        switch (call.stage()) {
            case Stage.Talking talking
            when talking.agentId().equals(command.agentId()) ->
                enter(draft, call, command.agentId(), CallControl.REDIRECT);
            case Stage.Parked _
            when isParkedBy(command.agentId(), call) -> Answers.ignore(draft, IgnoreReason.NO_CHANGE);
            case Stage.Parked _, Stage.Ringing _, Stage.InVoicemail _, Stage.Unplaced _ ->
                Answers.refuse(draft, RefusalReason.NOT_ACTIVE);
            case Stage.Talking _, Stage.Connecting _, Stage.HandedOver _ ->
                Answers.refuseUnlessUp(draft, call, command.agentId());
            case Stage.Ending _, Stage.Ended _ -> Answers.refuse(draft, RefusalReason.CALL_ENDED);
        }
    }

    /** The call comes into the lot, at its end. */
    static void enter(Draft draft, Call call, String agentId, CallControl callControl) {
        enter(draft, call, new Call.Parking(agentId, draft.now(), false), call.step() + 1, callControl);
    }

    /** Nobody took the call: it is back in its old place. */
    static void comeBack(Draft draft, Call call, Call.Parking oldPlace, CallControl callControl) {
        enter(draft, call, oldPlace, call.step() + 1, callControl);
    }

    /** The call has never left the lot: the redirect that was to take it from there was given up. */
    static void stay(Draft draft, Call call, Call.Parking oldPlace, int step) {
        enter(draft, call, oldPlace, step, CallControl.NONE);
    }

    /** Parked for too long: the one who parked the call is rung, or else everybody. Where there is nobody the call stays. */
    static void forget(Draft draft, Call call) {
        Call.Parking parking = call.parking();
        if (parking == null) {
            throw new IllegalStateException("a call in the lot has a place there");
        }
        draft.emit(new CallForgotten(
                call.callSid(), parking.agentId(), draft.settings().parkTimeoutSeconds()));
        Call forgotten = Ringing.known(draft, call.callSid());
        Offers.Selection selection = Offers.selectFirst(draft, forgotten, parking.agentId());
        if (!selection.chosen().isEmpty()) {
            Ringing.ring(draft, forgotten, selection, CallControl.REDIRECT);
        }
    }

    private static void enter(Draft draft, Call call, Call.Parking place, int step, CallControl callControl) {
        draft.emit(new CallParked(
                call.callSid(),
                step,
                place.agentId(),
                place.parkedAt(),
                place.forgotten(),
                draft.settings().parkTimeoutSeconds(),
                callControl));
    }

    private static boolean isParkedBy(String agentId, Call call) {
        return call.parking() != null && call.parking().agentId().equals(agentId);
    }
}
