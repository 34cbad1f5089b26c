package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.AgentCommand.TransferCall;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls that go to one certain agent: out of the parking lot, or from a colleague. */
final class HandOvers {

    private HandOvers() {}

    /** An agent takes a parked call, or hands it to a colleague. The first one wins, and the others are told who. */
    static void retrieve(Draft draft, RetrieveCall command) {
        Call call = draft.call(command.callSid());
        Agent requester = draft.agent(command.agentId());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        if (requester == null || !requester.takesCalls()) {
            Answers.refuse(draft, requester == null ? RefusalReason.UNKNOWN_AGENT : RefusalReason.TAKES_NO_CALLS);
            return;
        }
        String holder = call.stage().holder();
        switch (call.stage()) {
            case Stage.Parked _ -> takeOutOfTheLot(draft, call, null, requester, command);
            case Stage.Connecting _, Stage.Talking _, Stage.HandedOver _ -> {
                if (command.targetAgentId().equals(holder)) {
                    Answers.ignore(draft, IgnoreReason.NO_CHANGE);
                } else {
                    draft.emit(new CommandRejected(RefusalReason.ALREADY_CLAIMED, null, holder));
                }
            }
            case Stage.Ringing ringing
            when call.isInTheLot() -> takeOutOfTheLot(draft, call, ringing, requester, command);
            case Stage.Ringing _, Stage.InVoicemail _, Stage.Unplaced _ ->
                Answers.refuse(draft, RefusalReason.NOT_PARKED);
            case Stage.Ending _, Stage.Ended _ -> Answers.refuse(draft, RefusalReason.CALL_ENDED);
        }
    }

    /** An agent hands the call that they talk on to a colleague. */
    static void transfer(Draft draft, TransferCall command) {
        Call call = draft.call(command.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        switch (call.stage()) {
            case Stage.Talking talking
            when talking.agentId().equals(command.agentId()) ->
                startTransfer(draft, call, command.agentId(), command.targetAgentId());
            case Stage.HandedOver handedOver
            when command.agentId().equals(handedOver.reserved())
                    && command.targetAgentId().equals(handedOver.agentId()) ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
            case Stage.Talking _, Stage.Connecting _, Stage.HandedOver _ ->
                Answers.refuseUnlessUp(draft, call, command.agentId());
            case Stage.Parked _, Stage.Ringing _, Stage.InVoicemail _, Stage.Unplaced _ ->
                Answers.refuse(draft, RefusalReason.NOT_ACTIVE);
            case Stage.Ending _, Stage.Ended _ -> Answers.refuse(draft, RefusalReason.CALL_ENDED);
        }
    }

    /** The agent for whom it rings does not want the call. */
    static void decline(Draft draft, Call call, Stage.HandedOver handedOver, DeclinedBy by, CallControl callControl) {
        draft.emit(new CallDeclined(call.callSid(), handedOver.agentId(), by));
        goBack(draft, call.callSid(), handedOver.agentId(), handedOver.origin(call.parking()), callControl);
    }

    /** The agent for whom it rings is not reached. */
    static void giveUp(
            Draft draft, Call call, Stage.HandedOver handedOver, RingCancelReason reason, CallControl callControl) {
        Ringing.cancel(draft, call.callSid(), List.of(handedOver.agentId()), reason, null);
        goBack(draft, call.callSid(), handedOver.agentId(), handedOver.origin(call.parking()), callControl);
    }

    /** An agent says that they are not there any more: what others wanted to give them goes back. */
    static void withdrawUnwanted(Draft draft, Agent agent, Availability status) {
        withdraw(draft, agent, RingCancelReason.AGENT_UNAVAILABLE, handedOver -> isUnwanted(handedOver, status));
    }

    /** An agent cannot answer any more: all that was handed to them goes back. */
    static void withdrawAll(Draft draft, Agent agent) {
        withdraw(draft, agent, RingCancelReason.AGENT_DISCONNECTED, _ -> true);
    }

    private static void withdraw(Draft draft, Agent agent, RingCancelReason reason, Predicate<Stage.HandedOver> which) {
        for (String callSid : agent.callSids()) {
            Call call = Ringing.known(draft, callSid);
            if (call.stage() instanceof Stage.HandedOver handedOver && which.test(handedOver)) {
                giveUp(draft, call, handedOver, reason, CallControl.REDIRECT);
            }
        }
    }

    /** What agents reach for themselves they want; what comes back to them they take, unless they have left altogether. */
    private static boolean isUnwanted(Stage.HandedOver handedOver, Availability status) {
        return switch (handedOver.handOver()) {
            case RETRIEVE -> !handedOver.requestedBy().equals(handedOver.agentId());
            case TRANSFER -> true;
            case RETURN -> status == Availability.OFFLINE;
        };
    }

    /** A call goes back from where it was handed over, since the agent's leg was let through and ended before it was bridged. */
    static void goBackUnbridged(Draft draft, Call before, Stage.Talking talking, Stage.Origin origin) {
        draft.emit(new ClaimReleased(before.callSid(), talking.agentId(), ReleaseReason.AGENT_LEG_FAILED));
        goBack(draft, before.callSid(), talking.agentId(), origin, CallControl.NONE);
    }

    /** @param ringing for whom it rings, where it was parked for too long */
    private static void takeOutOfTheLot(
            Draft draft, Call call, Stage.@Nullable Ringing ringing, Agent requester, RetrieveCall command) {
        String targetAgentId = command.targetAgentId();
        boolean forOneself = requester.agentId().equals(targetAgentId);
        CommandRejected refusal = forOneself ? refusalOfOneself(requester) : refusalOf(draft, targetAgentId);
        if (refusal != null) {
            draft.emit(refusal);
            return;
        }
        if (ringing != null) {
            Ringing.cancel(draft, call.callSid(), ringing.ringingAgentIds(), RingCancelReason.CLAIMED, targetAgentId);
        }
        RoutingSettings settings = draft.settings();
        draft.emit(new CallRetrieved(
                call.callSid(),
                call.step() + 1,
                targetAgentId,
                requester.agentId(),
                forOneself ? settings.connectDialTimeoutSeconds() : settings.dialTimeoutSeconds(),
                forOneself ? settings.connectTimeoutSeconds() : ringSeconds(settings),
                CallControl.REDIRECT));
        Claims.withdrawOtherOffersIfBusy(draft, targetAgentId);
    }

    private static void startTransfer(Draft draft, Call call, String from, String targetAgentId) {
        CommandRejected refusal = from.equals(targetAgentId)
                ? new CommandRejected(RefusalReason.INVALID, "agentId: expected somebody else", null)
                : refusalOf(draft, targetAgentId);
        if (refusal != null) {
            draft.emit(refusal);
            return;
        }
        RoutingSettings settings = draft.settings();
        draft.emit(new TransferStarted(
                call.callSid(),
                call.step() + 1,
                targetAgentId,
                from,
                settings.dialTimeoutSeconds(),
                ringSeconds(settings),
                CallControl.REDIRECT));
        Claims.withdrawOtherOffersIfBusy(draft, targetAgentId);
    }

    /** @param agentId who was to have the call, and does not get it */
    private static void goBack(
            Draft draft, String callSid, String agentId, Stage.Origin origin, CallControl callControl) {
        Call call = Ringing.known(draft, callSid);
        switch (origin.handOver()) {
            case RETRIEVE -> {
                Call.Parking oldPlace = origin.place();
                if (oldPlace == null) {
                    throw new IllegalStateException("a retrieved call has a place in the lot");
                }
                Parking.comeBack(draft, call, oldPlace, callControl);
            }
            case TRANSFER -> returnTo(draft, call, origin.requestedBy(), callControl);
            case RETURN -> Parking.enter(draft, call, agentId, callControl);
        }
    }

    private static void returnTo(Draft draft, Call call, String agentId, CallControl callControl) {
        Agent agent = draft.agent(agentId);
        if (agent == null || agent.availability() == Availability.OFFLINE || !agent.hasFreeCapacity()) {
            Parking.enter(draft, call, agentId, callControl);
            return;
        }
        RoutingSettings settings = draft.settings();
        draft.emit(new TransferReturned(
                call.callSid(),
                call.step() + 1,
                agentId,
                settings.dialTimeoutSeconds(),
                ringSeconds(settings),
                callControl));
        // Once the other one was up they were free, and others may ring them since.
        Claims.withdrawOtherOffersIfBusy(draft, agentId);
    }

    /** Who reaches for a call themselves is there, whatever they have said of it. */
    private static @Nullable CommandRejected refusalOfOneself(Agent agent) {
        return agent.hasFreeCapacity() ? null : new CommandRejected(RefusalReason.AT_CAPACITY, null, null);
    }

    private static @Nullable CommandRejected refusalOf(Draft draft, String agentId) {
        Agent agent = draft.agent(agentId);
        if (agent == null) {
            return new CommandRejected(RefusalReason.UNKNOWN_AGENT, "agentId: nobody here has this id", null);
        }
        if (agent.isFree()) {
            return null;
        }
        if (!agent.takesCalls()) {
            return new CommandRejected(RefusalReason.TAKES_NO_CALLS, null, null);
        }
        return new CommandRejected(
                agent.hasFreeCapacity() ? RefusalReason.AGENT_UNAVAILABLE : RefusalReason.AGENT_BUSY, null, null);
    }

    private static int ringSeconds(RoutingSettings settings) {
        return settings.ringTimeoutSeconds() + RoutingSettings.BACKSTOP_SECONDS;
    }
}
