package io.switchlog.simulation.ingress;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.EventMessage;
import io.switchlog.simulation.ingress.CallView.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event makes of a call: the rules of {@code io.switchlog.ingress.calls.CallFold}. */
final class CallFold {

    private CallFold() {}

    /** Returns the call after the event; null when there is none (any more). */
    static @Nullable CallView evolve(@Nullable CallView before, EventMessage message, CallEvent event) {
        if (before == null && !(event instanceof CallReceived)) {
            return null;
        }
        CallView call = before == null
                ? CallView.received(event.callSid(), message.workspace(), message.at())
                : before.heardOf(message.at());
        return switch (event) {
            case CallReceived _ -> call;
            case CallRinging e ->
                instructed(call, message, e.callControl())
                        .inStep(e.step())
                        .at(new Stage.Ringing(e.agentIds(), e.dialTimeoutSeconds()));
            case VoicemailOffered e ->
                instructed(call, message, e.callControl())
                        .inStep(e.step())
                        .at(new Stage.InVoicemail(e.maxSeconds(), e.silenceSeconds()));
            case CallDeclined e -> withoutRinging(call, List.of(e.agentId()));
            case RingCancelled e -> withoutRinging(call, e.agentIds());
            case ClaimGranted e ->
                e.repeats() == null ? call.at(new Stage.Connecting(e.agentId(), e.connectTimeoutSeconds())) : call;
            case ClaimantDialled e -> call.inStep(e.step());
            case CallAnswered e -> call.at(new Stage.Talking(e.agentId()));
            case HangUpStarted _ ->
                call.instructed(new Instruction(message.sequence(), Instruction.Kind.HANG_UP, message.at()))
                        .at(new Stage.Ending());
            case CallEnded e -> call.instructed(null).at(new Stage.Ended(e.reason() == EndReason.VOICEMAIL_LEFT));
            case CallRetired _ -> null;
            case TwimlHandedOut _ -> call.handedOut(message.sequence());
            case CallControlDone e -> settled(call, e.instruction());
            case CallControlFailed e -> settled(call, e.instruction());
            case ClaimReleased _, ClaimRejected _, VoicemailRecorded _, VoicemailTranscribed _ -> call;
        };
    }

    private static CallView withoutRinging(CallView call, List<String> agentIds) {
        return call.stage() instanceof Stage.Ringing(List<String> ringing, int timeoutSeconds)
                ? call.at(new Stage.Ringing(
                        ringing.stream().filter(id -> !agentIds.contains(id)).toList(), timeoutSeconds))
                : call;
    }

    private static CallView instructed(CallView call, EventMessage message, CallControl callControl) {
        return switch (callControl) {
            case NONE -> call;
            case REDIRECT ->
                call.instructed(new Instruction(message.sequence(), Instruction.Kind.REDIRECT, message.at()));
        };
    }

    private static CallView settled(CallView call, long instruction) {
        Instruction pending = call.pending();
        return pending != null && pending.sequence() == instruction ? call.instructed(null) : call;
    }
}
