package io.switchlog.decider;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.TwimlOccasion;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.time.Duration;
import java.time.Instant;

/** What happens on the caller's leg. */
final class CallerLeg {

    /** Longer than the news of one call overtakes another, and shorter than an ended call is kept. */
    private static final Duration OLD_NEWS = Duration.ofMinutes(30);

    private CallerLeg() {}

    static void receive(Draft draft, ReceiveCall command) {
        Call known = draft.call(command.callSid());
        if (known == null) {
            draft.emit(new CallReceived(command.callSid(), command.from(), command.to()));
            Ringing.goOn(draft, command.callSid(), CallControl.NONE);
        } else {
            Answers.ignore(
                    draft, known.stage() instanceof Stage.Ended ? IgnoreReason.CALL_ENDED : IgnoreReason.NO_CHANGE);
        }
        Answers.handOutTwiml(draft, command.callSid(), TwimlOccasion.CALL_RECEIVED);
    }

    /** The caller's leg has a new status. A final one ends the call from any state, even before its first webhook has come. */
    static void endCall(Draft draft, EndCall command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            endBeforeReceived(draft, command);
        } else if (call.stage() instanceof Stage.Ended) {
            Answers.ignore(draft, IgnoreReason.CALL_ENDED);
        } else if (!command.status().isFinal()) {
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        } else {
            Endings.end(draft, call, EndReason.CALLER_LEG_ENDED);
        }
    }

    /**
     * Webhooks overtake each other. Were this end forgotten, the call would ring when it is received, with nobody there. Old news
     * does not overtake: it is of a call that has ended, and was forgotten since.
     */
    private static void endBeforeReceived(Draft draft, EndCall command) {
        Instant changedAt = command.changedAt();
        boolean isNew = changedAt == null || changedAt.isAfter(draft.now().minus(OLD_NEWS));
        if (command.status().isFinal() && isNew) {
            draft.emit(new CallEnded(command.callSid(), EndReason.NOT_RECEIVED, null));
        } else {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
        }
    }

    /** A {@code <Dial>} is over, and Twilio asks what the caller shall hear next. */
    static void endDial(Draft draft, EndDial command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
        } else if (Documents.isEndOfCurrent(draft, call, command.step(), command.delivery(), command.callStatus())) {
            goOnAfterDial(draft, call, command);
            Answers.handOutTwiml(draft, command.callSid(), TwimlOccasion.VERB_ENDED);
        }
    }

    private static void goOnAfterDial(Draft draft, Call call, EndDial command) {
        switch (call.stage()) {
            case Stage.Ringing ringing -> {
                if (command.status() == CallStatus.COMPLETED) {
                    // Said of a Dial that a redirect cut off, or whose only acceptor was hung up: nobody talked.
                    Answers.ignore(draft, IgnoreReason.NOBODY_WAS_CONNECTED);
                } else {
                    Ringing.endAttempt(draft, call.callSid(), ringing, CallControl.NONE);
                }
            }
            case Stage.Connecting connecting -> {
                if (connecting.alone()) {
                    releaseFailedLeg(draft, call, connecting.agentId());
                } else {
                    // Somebody else's device accepted first and was hung up, or the Dial timed out just now.
                    draft.emit(new ClaimantDialled(call.callSid(), call.step() + 1, connecting.agentId()));
                }
            }
            case Stage.Talking talking -> {
                if (command.status() == CallStatus.COMPLETED && !Boolean.FALSE.equals(command.bridged())) {
                    Endings.endWithAgentLeg(draft, call.callSid(), talking);
                } else {
                    AgentLegs.endUnbridged(draft, call, talking);
                }
            }
            case Stage.HandedOver handedOver ->
                HandOvers.giveUp(draft, call, handedOver, RingCancelReason.NO_ANSWER, CallControl.NONE);
            case Stage.Parked _, Stage.InVoicemail _, Stage.Unplaced _, Stage.Ending _, Stage.Ended _ ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }

    private static void releaseFailedLeg(Draft draft, Call call, String agentId) {
        Claims.release(draft, call.callSid(), agentId, ReleaseReason.AGENT_LEG_FAILED, CallControl.NONE);
    }
}
