package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** An agent does not want a call that rings for them. */
final class Declines {

    private Declines() {}

    static void decline(Draft draft, DeclineCall command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        switch (call.stage()) {
            case Stage.Ending _, Stage.Ended _ -> Answers.refuse(draft, RefusalReason.CALL_ENDED);
            case Stage.HandedOver handedOver
            when handedOver.agentId().equals(command.agentId()) ->
                HandOvers.decline(draft, call, handedOver, DeclinedBy.CLICK, CallControl.REDIRECT);
            case Stage.Connecting _, Stage.Talking _, Stage.HandedOver _ ->
                draft.emit(new CommandRejected(
                        RefusalReason.ALREADY_CLAIMED, null, call.stage().holder()));
            case Stage.Ringing ringing
            when ringing.ringsFor(command.agentId()) ->
                accept(draft, command.callSid(), command.agentId(), DeclinedBy.CLICK);
            case Stage.Ringing _ -> declineWhatDoesNotRing(draft, call, command, RefusalReason.NOT_OFFERED);
            case Stage.Parked _, Stage.InVoicemail _, Stage.Unplaced _ ->
                declineWhatDoesNotRing(draft, call, command, RefusalReason.NOT_RINGING);
        }
    }

    /** Declined; the call goes on when this was the last one who rang. */
    static void accept(Draft draft, String callSid, String agentId, DeclinedBy by) {
        draft.emit(new CallDeclined(callSid, agentId, by));
        Ringing.goOnIfNobodyRings(draft, callSid);
    }

    private static void declineWhatDoesNotRing(Draft draft, Call call, DeclineCall command, RefusalReason reason) {
        if (call.asked().declinedBy().contains(command.agentId())) {
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        } else {
            Answers.refuse(draft, reason);
        }
    }
}
