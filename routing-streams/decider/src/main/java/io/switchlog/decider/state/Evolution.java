package io.switchlog.decider.state;

import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.AgentEvent.AgentRegistered;
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
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import io.switchlog.decider.state.Call.Instruction;
import io.switchlog.decider.state.Stage.Connecting;
import io.switchlog.decider.state.Stage.Ended;
import io.switchlog.decider.state.Stage.Ending;
import io.switchlog.decider.state.Stage.HandedOver;
import io.switchlog.decider.state.Stage.InVoicemail;
import io.switchlog.decider.state.Stage.Leg;
import io.switchlog.decider.state.Stage.LegState;
import io.switchlog.decider.state.Stage.Parked;
import io.switchlog.decider.state.Stage.Ringing;
import io.switchlog.decider.state.Stage.Talking;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How each event changes the state. Here nothing is decided any more: an event that stands in the log has happened. The
 * durations below belong to the meaning of the events of rules version 1: another duration comes as a field of the event.
 */
final class Evolution {

    /** How long an ended call is kept for late webhooks. */
    private static final Duration ENDED_CALLS_ARE_KEPT = Duration.ofHours(1);

    /** Call control has tried for a minute by then; a pause spares Twilio and us. */
    private static final Duration HANG_UP_IS_TRIED_AGAIN_AFTER = Duration.ofSeconds(30);

    private Evolution() {}

    static void evolve(Draft draft, Event event) {
        switch (event) {
            case CallEvent callEvent -> evolveCall(draft, callEvent);
            case AgentRegistered e -> register(draft, e);
            case AgentAvailabilityChanged e ->
                draft.changeAgent(e.agentId(), agent -> agent.saying(e.status(), e.reason(), draft.now()));
            case AgentConnected e ->
                draft.changeAgent(
                        e.agentId(), agent -> agent.attending(attended -> attended.connected(e.deviceConnected())));
            case AgentDisconnected e ->
                draft.changeAgent(e.agentId(), agent -> agent.attending(Attendance::disconnected));
            case RoutingConfigured e -> draft.configure(e.settings());
            case CommandEvent _ -> {}
        }
    }

    private static void evolveCall(Draft draft, CallEvent event) {
        switch (event) {
            case CallReceived e -> draft.put(Call.received(e.callSid(), draft.now()));
            case CallRinging e -> ring(draft, e);
            case CallDeclined e -> decline(draft, e);
            case ClaimGranted e -> grant(draft, e);
            case ClaimReleased e -> release(draft, e);
            case RingCancelled e -> cancel(draft, e);
            case ClaimantDialled e -> dialAlone(draft, e);
            case CallAnswered e -> answer(draft, e);
            case VoicemailOffered e ->
                draft.change(
                        e.callSid(),
                        call -> call.instructed(e.callControl(), draft.sequence())
                                .at(new InVoicemail())
                                .inStep(e.step()));
            case CallParked e -> HandOverEvolution.park(draft, e);
            case CallRetrieved e -> HandOverEvolution.retrieve(draft, e);
            case TransferStarted e -> HandOverEvolution.startTransfer(draft, e);
            case TransferReturned e -> HandOverEvolution.returnTransfer(draft, e);
            case CallForgotten e -> HandOverEvolution.forget(draft, e);
            case CallKept e -> HandOverEvolution.keep(draft, e);
            case HangUpStarted e -> startHangUp(draft, e);
            case CallEnded e -> end(draft, e);
            case CallRetired e -> draft.forget(e.callSid());
            case TwimlHandedOut e ->
                draft.change(e.callSid(), call -> {
                    Call handedOut = call.handedOut(draft.sequence());
                    return e.showsThatTheCallerMoved() ? handedOut.moved() : handedOut;
                });
            case CallControlDone e -> concludeInstruction(draft, e.callSid());
            case CallControlFailed e -> concludeInstruction(draft, e.callSid());
            case ClaimRejected _,
                    CallTransferred _,
                    VoicemailRecorded _,
                    VoicemailTranscribed _,
                    VoicemailCompleted _ -> {}
        }
    }

    private static void register(Draft draft, AgentRegistered e) {
        Agent known = draft.agent(e.agentId());
        draft.put(
                known == null
                        ? Agent.registered(e.agentId(), e.name(), e.role(), e.maxConcurrentCalls(), draft.now())
                        : known.describedAs(e.name(), e.role(), e.maxConcurrentCalls()));
    }

    private static void ring(Draft draft, CallRinging e) {
        Instant deadline = draft.now()
                .plusSeconds((long) e.dialTimeoutSeconds()
                        + RoutingSettings.DIAL_GRACE_SECONDS
                        + RoutingSettings.BACKSTOP_SECONDS);
        Ringing ringing = new Ringing(Lists.map(e.agentIds(), id -> new Leg(id, LegState.RINGING)), deadline);
        draft.change(
                e.callSid(),
                call -> call.instructed(e.callControl(), draft.sequence())
                        .at(ringing)
                        .inStep(e.step())
                        .asking(asked -> asked.rung(e.agentIds())));
        e.agentIds().forEach(agentId -> draft.changeAgent(agentId, agent -> agent.rungFor(e.callSid())));
    }

    private static void decline(Draft draft, CallDeclined e) {
        LegState left =
                switch (e.by()) {
                    case CLICK -> LegState.SILENCED;
                    case DEVICE -> LegState.OVER;
                };
        Placement.move(
                draft,
                e.callSid(),
                call -> leaveLeg(call, e.agentId(), left).asking(asked -> asked.declinedBy(e.agentId())));
        draft.changeAgent(e.agentId(), agent -> agent.notRungFor(e.callSid()).attending(Attendance::shown));
    }

    private static void cancel(Draft draft, RingCancelled e) {
        LegState left =
                switch (e.reason()) {
                    case NO_ANSWER, DEVICE_UNREACHABLE -> LegState.OVER;
                    case CLAIMED, AGENT_BUSY, AGENT_UNAVAILABLE, AGENT_DISCONNECTED, CALL_CONTROL_FAILED, CALL_ENDED ->
                        LegState.SILENCED;
                };
        boolean mayRingAgain =
                switch (e.reason()) {
                    case AGENT_BUSY, AGENT_UNAVAILABLE, AGENT_DISCONNECTED -> true;
                    case CLAIMED, NO_ANSWER, DEVICE_UNREACHABLE, CALL_CONTROL_FAILED, CALL_ENDED -> false;
                };
        for (String agentId : e.agentIds()) {
            Placement.move(draft, e.callSid(), call -> {
                Call silenced = leaveLeg(call, agentId, left);
                return mayRingAgain ? silenced.asking(asked -> asked.mayRingAgain(agentId)) : silenced;
            });
            draft.changeAgent(agentId, agent -> agent.notRungFor(e.callSid()));
            if (e.reason() == RingCancelReason.NO_ANSWER) {
                draft.changeAgent(agentId, agent -> agent.attending(attended -> attended.ringMissed(draft.now())));
            }
        }
    }

    private static Call leaveLeg(Call call, String agentId, LegState left) {
        return switch (call.stage()) {
            case Ringing ringing -> call.at(ringing.with(agentId, left));
            case HandedOver handedOver when handedOver.agentId().equals(agentId) -> call.at(new Stage.Unplaced());
            case HandedOver _, Connecting _, Talking _, Parked _, InVoicemail _, Ending _, Ended _, Stage.Unplaced _ ->
                call;
        };
    }

    private static void grant(Draft draft, ClaimGranted e) {
        if (e.repeats() != null) {
            return;
        }
        Instant deadline = draft.now().plusSeconds(e.connectTimeoutSeconds());
        Placement.move(
                draft, e.callSid(), call -> call.at(new Connecting(e.agentId(), draft.sequence(), false, deadline)));
        draft.changeAgent(e.agentId(), agent -> agent.attending(Attendance::shown));
    }

    private static void release(Draft draft, ClaimReleased e) {
        boolean mayRingAgain = e.reason() == ReleaseReason.CALL_CONTROL_FAILED;
        Placement.move(draft, e.callSid(), call -> {
            Call released = call.at(new Stage.Unplaced());
            return mayRingAgain ? released : released.asking(asked -> asked.releasedFrom(e.agentId()));
        });
    }

    private static void dialAlone(Draft draft, ClaimantDialled e) {
        draft.change(
                e.callSid(),
                call -> call.stage() instanceof Connecting c
                        ? call.at(new Connecting(c.agentId(), c.claim(), true, c.deadline()))
                                .inStep(e.step())
                        : call);
    }

    private static void answer(Draft draft, CallAnswered e) {
        Placement.move(draft, e.callSid(), call -> {
            Talking talking = call.stage() instanceof Talking before
                    ? new Talking(e.agentId(), e.legSid(), before.claim(), before.answeredAt(), before.origin())
                    : new Talking(e.agentId(), e.legSid(), call.stage().claim(), draft.now(), call.origin());
            return call.at(talking).moved().parkedIn(null);
        });
    }

    private static void startHangUp(Draft draft, HangUpStarted e) {
        Placement.move(draft, e.callSid(), call -> {
            int attempt = call.stage() instanceof Ending before ? before.attempt() + 1 : 1;
            // Who may still be connected after a hand-over has the call by this event: stored calls tell their order by
            // it.
            boolean hadIt = Objects.equals(e.agentId(), call.stage().holder());
            long claim = hadIt ? call.stage().claim() : draft.sequence();
            return call.at(new Ending(e.requestedBy(), e.agentId(), claim, attempt, null))
                    .instructed(new Instruction(draft.sequence(), Instruction.Kind.HANG_UP, null));
        });
    }

    private static void end(Draft draft, CallEnded e) {
        if (draft.call(e.callSid()) == null) {
            draft.put(Call.received(e.callSid(), draft.now()));
        }
        Instant retireAt = draft.now().plus(ENDED_CALLS_ARE_KEPT);
        Placement.move(
                draft,
                e.callSid(),
                call -> call.at(new Ended(e.reason(), e.agentId(), retireAt))
                        .instructed(null)
                        .parkedIn(null));
    }

    /**
     * A redirect that was given up leaves the caller where they are. A caller who shall be gone is not left there: unless the
     * same decision ends the call, Twilio is told again.
     */
    private static void concludeInstruction(Draft draft, String callSid) {
        Instant nextTryAt = draft.now().plus(HANG_UP_IS_TRIED_AGAIN_AFTER);
        draft.change(callSid, call -> {
            Call concluded = call.instructed(null);
            return call.stage() instanceof Ending ending ? concluded.at(ending.givenUp(nextTryAt)) : concluded;
        });
    }
}
