package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Mistakes in the rules of the parking lot and of calls that go from hand to hand. */
@SuppressWarnings("UnusedVariable") // An assignment to a parameter is one to the rule's own variable.
public final class HandOverMistakes {

    private HandOverMistakes() {}

    /** Whose device is still coming up may park the call. */
    public static final class ConnectingAgentParks {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean park(@Advice.Argument(0) Draft draft, @Advice.Argument(1) ParkCall command) {
            Call call = draft.call(command.callSid());
            if (call == null
                    || call.stage() instanceof Stage.Talking
                    || !command.agentId().equals(call.stage().holder())) {
                return false;
            }
            Parking.enter(draft, call, command.agentId(), CallControl.REDIRECT);
            return true;
        }
    }

    /** Nobody tells Twilio that the call is parked. */
    public static final class ParkingIsNotCarriedOut {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 3, readOnly = false) CallControl callControl) {
            callControl = CallControl.NONE;
        }
    }

    /** A call that nobody took is put at the end of the lot. */
    public static final class OldPlaceIsLost {
        @Advice.OnMethodEnter
        static void comeBack(
                @Advice.Argument(0) Draft draft, @Advice.Argument(value = 2, readOnly = false) Call.Parking oldPlace) {
            oldPlace = new Call.Parking(oldPlace.agentId(), draft.now(), oldPlace.forgotten());
        }
    }

    /** Whoever reaches for a call that another one has just taken gets it, too. */
    public static final class RetrievedTwice {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean retrieve(@Advice.Argument(0) Draft draft, @Advice.Argument(1) RetrieveCall command) {
            Call call = draft.call(command.callSid());
            if (call == null
                    || !(call.stage() instanceof Stage.HandedOver handedOver)
                    || handedOver.handOver() != Stage.HandOver.RETRIEVE
                    || draft.agent(command.targetAgentId()) == null) {
                return false;
            }
            draft.emit(new CallRetrieved(
                    command.callSid(),
                    call.step() + 1,
                    command.targetAgentId(),
                    command.agentId(),
                    5,
                    10,
                    CallControl.REDIRECT));
            return true;
        }
    }

    /** A call that was forgotten, and is then answered by nobody, goes the way of all others. */
    public static final class ForgottenCallGoesToVoicemail {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean goOn(
                @Advice.Argument(0) Draft draft,
                @Advice.Argument(1) String callSid,
                @Advice.Argument(2) CallControl callControl) {
            Call call = draft.call(callSid);
            if (call == null
                    || call.parking() == null
                    || !Offers.select(draft, call).chosen().isEmpty()) {
                return false;
            }
            draft.emit(new VoicemailOffered(
                    callSid,
                    call.step() + 1,
                    VoicemailReason.NOBODY_ANSWERED,
                    draft.settings().voicemailGreeting(),
                    draft.settings().voicemailMaxSeconds(),
                    draft.settings().voicemailSilenceSeconds(),
                    Offers.select(draft, call).offer(),
                    callControl));
            return true;
        }
    }

    /** A transfer that its target does not take leads nowhere. */
    public static final class TransferLeadsNowhere {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean goBack(@Advice.Argument(3) Stage.Origin origin) {
            return origin.handOver() == Stage.HandOver.TRANSFER;
        }
    }

    /** Whether the one who shall have the call has room for it is not asked. */
    public static final class BusyColleagueIsGivenTheCall {
        @Advice.OnMethodExit
        static void refusalOf(@Advice.Return(readOnly = false) @Nullable CommandRejected refusal) {
            refusal = null;
        }
    }

    /** Who says that they are away is rung on by what a colleague has handed to them. */
    public static final class AbsentColleagueRingsOn {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean withdrawAll() {
            return true;
        }
    }

    /** A redirect that was given up counts as carried out. */
    public static final class GivenUpCountsAsDone {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean stayWhereTheyAre() {
            return true;
        }
    }
}
