package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Offer.Verdict;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import net.bytebuddy.asm.Advice;

/** Each of these replaces a part of one rule. The code is copied into the rule, so it may do what the rule may. */
@SuppressWarnings("UnusedVariable") // An assignment to a parameter is one to the rule's own variable.
public final class RuleMistakes {

    private RuleMistakes() {}

    /** Whoever clicks while the winner's device is coming up wins, too. */
    public static final class SecondWinner {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean claim(@Advice.Argument(0) Draft draft, @Advice.Argument(1) ClaimCall command) {
            Call call = draft.call(command.callSid());
            if (call == null || !(call.stage() instanceof Stage.Connecting)) {
                return false;
            }
            draft.emit(new ClaimGranted(command.callSid(), command.agentId(), ClaimedVia.CLICK, 10, null));
            return true;
        }
    }

    /** Whoever picks up after the winner is let through. */
    public static final class LoserIsLetThrough {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean letThrough(@Advice.Argument(0) Draft draft, @Advice.Argument(1) PickUp command) {
            draft.emit(new CallAnswered(command.callSid(), command.agentId(), command.legSid()));
            return true;
        }
    }

    /** The call goes on, and the one who was to be released still holds it. */
    public static final class ReleaseIsForgotten {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean release(
                @Advice.Argument(0) Draft draft,
                @Advice.Argument(1) String callSid,
                @Advice.Argument(4) CallControl callControl) {
            Ringing.goOn(draft, callSid, callControl);
            return true;
        }
    }

    /** An agent who has taken a call is still rung by the others. */
    public static final class BusyAgentsKeepRinging {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean withdraw() {
            return true;
        }
    }

    /** A claimed call rings on for those who were too late. */
    public static final class RivalsKeepRinging {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean cancel(@Advice.Argument(3) RingCancelReason reason) {
            return reason == RingCancelReason.CLAIMED;
        }
    }

    /** The end of any document is taken for the end of the current one. */
    public static final class StaleDialEndsTheCall {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean isEnd(@Advice.Argument(1) Call call, @Advice.Argument(4) CallStatus callStatus) {
            return !(call.stage() instanceof Stage.Ended) && !callStatus.isFinal();
        }

        @Advice.OnMethodExit
        static void isEnd(@Advice.Enter boolean every, @Advice.Return(readOnly = false) boolean isEnd) {
            isEnd = isEnd || every;
        }
    }

    /** A device that was rejected late makes a call ring again that has ended. */
    public static final class LateReportResurrectsACall {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean report(@Advice.Argument(0) Draft draft, @Advice.Argument(1) ReportAgentLeg report) {
            Call call = draft.call(report.callSid());
            if (call == null
                    || !(call.stage() instanceof Stage.Ended)
                    || !report.status().isFinal()) {
                return false;
            }
            draft.emit(new CallDeclined(report.callSid(), report.agentId(), DeclinedBy.DEVICE));
            Ringing.goOn(draft, report.callSid(), CallControl.NONE);
            return true;
        }
    }

    /** A caller who hangs up on an agent is not noticed. */
    public static final class TalkOutlivesTheCaller {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean endCall(@Advice.Argument(0) Draft draft, @Advice.Argument(1) EndCall command) {
            Call call = draft.call(command.callSid());
            if (call == null || !(call.stage() instanceof Stage.Talking)) {
                return false;
            }
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
            return true;
        }
    }

    /** After the first wave of agents comes voicemail. */
    public static final class SecondWaveIsForgotten {
        @Advice.OnMethodExit
        static void judge(@Advice.Argument(1) Call call, @Advice.Return(readOnly = false) Verdict verdict) {
            verdict = call.asked().rungBefore().isEmpty() ? verdict : Verdict.RUNG_BEFORE;
        }
    }

    /** Whose device did not come up is rung again. */
    public static final class ReleasedAgentIsAskedAgain {
        @Advice.OnMethodExit
        static void judge(@Advice.Return(readOnly = false) Verdict verdict) {
            verdict = verdict == Verdict.RELEASED ? Verdict.CHOSEN : verdict;
        }
    }

    /** Nobody tells Twilio that the call has gone on. */
    public static final class RedirectIsForgotten {
        @Advice.OnMethodEnter
        static void goOn(@Advice.Argument(value = 2, readOnly = false) CallControl callControl) {
            callControl = CallControl.NONE;
        }
    }

    /** The last agent who rings declines, and nothing follows. */
    public static final class NobodyIsNext {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean goOnIfNobodyRings() {
            return true;
        }
    }

    /** Who hangs up by click is free at once, while Twilio still connects them. */
    public static final class HangUpEndsAtOnce {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean startHangUp(@Advice.Argument(0) Draft draft, @Advice.Argument(1) Call call) {
            Endings.end(draft, call, EndReason.AGENT_HUNG_UP);
            return true;
        }
    }
}
