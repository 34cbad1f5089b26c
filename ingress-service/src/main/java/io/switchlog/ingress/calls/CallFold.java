package io.switchlog.ingress.calls;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.CallTransferred;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.EventMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event makes of a call. */
final class CallFold {

    private CallFold() {}

    /**
     * Returns the call after the event, or null when there is none (any more).
     *
     * @param call as it was before; null when it was not known
     * @param message the event's envelope
     */
    static @Nullable LiveCall evolve(@Nullable LiveCall call, EventMessage message, CallEvent event) {
        if (call != null) {
            return evolveKnown(isNewsOfTheLine(message) ? call.withNews(message.at()) : call, message, event);
        }
        boolean begins =
                event instanceof CallReceived || event instanceof CallRinging || event instanceof VoicemailOffered;
        // Anything else is about a call from before the part of the log that was read; such a call is over by now.
        return begins
                ? evolveKnown(
                        LiveCall.received(event.callSid(), message.workspace(), null, message.at()), message, event)
                : null;
    }

    /** Clicks and timers say nothing of who is on the line: a caller whose last callback was lost may be long gone. */
    private static boolean isNewsOfTheLine(EventMessage message) {
        return message.cause().actor().equals(Actor.TWILIO);
    }

    private static @Nullable LiveCall evolveKnown(LiveCall call, EventMessage message, CallEvent event) {
        return switch (event) {
            case CallReceived e -> LiveCall.received(e.callSid(), message.workspace(), e.from(), message.at());
            case CallRinging e ->
                instructed(call, message, e.callControl())
                        .withStep(e.step())
                        .withStage(new Stage.Ringing(List.copyOf(e.agentIds()), e.dialTimeoutSeconds()));
            case VoicemailOffered e ->
                instructed(call, message, e.callControl())
                        .withStep(e.step())
                        .withStage(new Stage.Voicemail(e.greeting(), e.maxSeconds(), e.silenceSeconds()));
            case CallDeclined e -> withoutRinging(call, List.of(e.agentId()));
            case RingCancelled e -> withoutRinging(call, e.agentIds());
            case ClaimGranted e ->
                e.repeats() != null
                        ? call
                        : call.withStage(new Stage.Connecting(e.agentId(), e.connectTimeoutSeconds()));
            case ClaimantDialled e -> call.withStep(e.step());
            case CallAnswered e ->
                call.withStage(new Stage.Talking(e.agentId())).moved();
            case CallParked e ->
                instructed(call, message, e.callControl()).withStep(e.step()).withStage(new Stage.Parked());
            case CallRetrieved e ->
                handedOver(call, message, e.step(), e.agentId(), e.dialTimeoutSeconds(), e.callControl());
            case TransferStarted e ->
                handedOver(call, message, e.step(), e.agentId(), e.dialTimeoutSeconds(), e.callControl());
            case TransferReturned e ->
                handedOver(call, message, e.step(), e.agentId(), e.dialTimeoutSeconds(), e.callControl());
            // The redirect was given up, so the document that the leg runs is the old one, and nothing is to be done.
            case CallKept e -> call.withPending(null).withStep(e.step()).withStage(new Stage.Talking(e.agentId()));
            case HangUpStarted _ ->
                call.withPending(new Instruction(message.sequence(), Instruction.Kind.HANG_UP, message.at()))
                        .withStage(new Stage.Ending());
            // A leg that is over needs no instruction any more, whether or not one was on its way.
            case CallEnded e -> call.withPending(null).withStage(new Stage.Ended(e.reason()));
            case CallRetired _ -> null;
            case TwimlHandedOut e -> {
                LiveCall handedOut = call.withDelivery(message.sequence());
                yield e.showsThatTheCallerMoved() ? handedOut.moved() : handedOut;
            }
            case CallControlDone e -> settled(call, e.instruction());
            case CallControlFailed e -> settled(call, e.instruction());
            // What follows a release or a call that was forgotten, in the same decision, says where the call goes.
            case ClaimReleased _,
                    CallForgotten _,
                    CallTransferred _,
                    ClaimRejected _,
                    VoicemailRecorded _,
                    VoicemailTranscribed _,
                    VoicemailCompleted _ -> call;
        };
    }

    private static LiveCall handedOver(
            LiveCall call,
            EventMessage message,
            int step,
            String agentId,
            int dialTimeoutSeconds,
            CallControl callControl) {
        return instructed(call, message, callControl)
                .withStep(step)
                .withStage(new Stage.HandedOver(agentId, dialTimeoutSeconds));
    }

    private static LiveCall withoutRinging(LiveCall call, List<String> agentIds) {
        return call.stage() instanceof Stage.Ringing(List<String> ringing, int dialTimeoutSeconds)
                ? call.withStage(new Stage.Ringing(
                        ringing.stream().filter(id -> !agentIds.contains(id)).toList(), dialTimeoutSeconds))
                : call;
    }

    private static LiveCall instructed(LiveCall call, EventMessage message, CallControl callControl) {
        return switch (callControl) {
            case NONE -> call;
            case REDIRECT ->
                call.withPending(new Instruction(message.sequence(), Instruction.Kind.REDIRECT, message.at()));
        };
    }

    private static LiveCall settled(LiveCall call, long instruction) {
        Instruction pending = call.pending();
        return pending != null && pending.sequence() == instruction ? call.withPending(null) : call;
    }
}
