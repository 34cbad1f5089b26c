package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallTransferred;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a call. A workspace's commands are decided one after the other, so the first claim that finds the call ringing
 * wins, and every later one finds it taken.
 */
final class Claims {

    private Claims() {}

    /** An agent clicked "answer". */
    static void claim(Draft draft, ClaimCall command) {
        Call call = draft.call(command.callSid());
        Claimant claimant = new Claimant(command.callSid(), command.agentId(), ClaimedVia.CLICK);
        if (call == null) {
            claimant.reject(draft, RefusalReason.UNKNOWN_CALL, null);
            return;
        }
        switch (call.stage()) {
            case Stage.Ringing ringing -> {
                RefusalReason refusal = refusal(draft, ringing, command.agentId());
                if (refusal == null) {
                    grant(draft, claimant, ringing);
                    withdrawOtherOffersIfBusy(draft, command.agentId());
                } else {
                    claimant.reject(draft, refusal, null);
                }
            }
            case Stage.Connecting held
            when held.agentId().equals(command.agentId()) -> claimant.grantAgain(draft, held.claim());
            case Stage.Talking held
            when held.agentId().equals(command.agentId()) -> claimant.grantAgain(draft, held.claim());
            // It rings for them alone, and is theirs already.
            case Stage.HandedOver held
            when held.agentId().equals(command.agentId()) -> claimant.grantAgain(draft, held.claim());
            case Stage.Connecting _, Stage.Talking _, Stage.HandedOver _ ->
                claimant.reject(
                        draft, RefusalReason.ALREADY_CLAIMED, call.stage().holder());
            case Stage.Parked _, Stage.InVoicemail _, Stage.Unplaced _ ->
                claimant.reject(draft, RefusalReason.NOT_RINGING, null);
            case Stage.Ending ending -> claimant.reject(draft, RefusalReason.CALL_ENDED, ending.agentId());
            case Stage.Ended ended -> claimant.reject(draft, RefusalReason.CALL_ENDED, ended.agentId());
        }
    }

    /**
     * An agent's device was picked up. Only the holder of the call is let through; who picks up without having clicked
     * claims by it. A leg of an attempt that is over never counts, since Twilio is about to end it.
     */
    static void pickUp(Draft draft, PickUp command) {
        Call call = draft.call(command.callSid());
        Claimant claimant = new Claimant(command.callSid(), command.agentId(), ClaimedVia.PICK_UP);
        if (call == null) {
            claimant.reject(draft, RefusalReason.UNKNOWN_CALL, null);
            return;
        }
        boolean current = command.step() == call.step() && command.delivery() == call.delivery();
        switch (call.stage()) {
            case Stage.Ringing ringing -> {
                RefusalReason refusal =
                        current ? refusal(draft, ringing, command.agentId()) : RefusalReason.STALE_ATTEMPT;
                if (refusal == null) {
                    grant(draft, claimant, ringing);
                    answer(draft, command);
                    withdrawOtherOffersIfBusy(draft, command.agentId());
                } else {
                    claimant.reject(draft, refusal, null);
                }
            }
            case Stage.Talking talking
            when talking.legSid().equals(command.legSid()) -> Answers.ignore(draft, IgnoreReason.NO_CHANGE);
            case Stage.Connecting held -> letHolderThrough(draft, command, claimant, held.agentId(), current);
            case Stage.Talking held -> letHolderThrough(draft, command, claimant, held.agentId(), current);
            case Stage.HandedOver held -> {
                boolean through = letHolderThrough(draft, command, claimant, held.agentId(), current);
                if (through && held.handOver() == Stage.HandOver.TRANSFER) {
                    draft.emit(new CallTransferred(command.callSid(), held.agentId(), held.requestedBy()));
                }
            }
            case Stage.Parked _, Stage.InVoicemail _, Stage.Unplaced _ ->
                claimant.reject(draft, RefusalReason.NOT_RINGING, null);
            case Stage.Ending ending -> claimant.reject(draft, RefusalReason.CALL_ENDED, ending.agentId());
            case Stage.Ended ended -> claimant.reject(draft, RefusalReason.CALL_ENDED, ended.agentId());
        }
    }

    /** Returns whether the agent is through. */
    private static boolean letHolderThrough(
            Draft draft, PickUp command, Claimant claimant, String holder, boolean current) {
        if (!holder.equals(command.agentId())) {
            claimant.reject(draft, RefusalReason.ALREADY_CLAIMED, holder);
            return false;
        }
        if (!current) {
            claimant.reject(draft, RefusalReason.STALE_ATTEMPT, holder);
            return false;
        }
        answer(draft, command);
        return true;
    }

    /** The claim led to no conversation; the call is offered to the others. */
    static void release(Draft draft, String callSid, String agentId, ReleaseReason reason, CallControl callControl) {
        draft.emit(new ClaimReleased(callSid, agentId, reason));
        Ringing.goOn(draft, callSid, callControl);
    }

    private static @Nullable RefusalReason refusal(Draft draft, Stage.Ringing ringing, String agentId) {
        Agent agent = draft.agent(agentId);
        if (agent == null) {
            return RefusalReason.UNKNOWN_AGENT;
        }
        if (!agent.takesCalls()) {
            return RefusalReason.TAKES_NO_CALLS;
        }
        if (!agent.hasFreeCapacity()) {
            return RefusalReason.AT_CAPACITY;
        }
        return ringing.ringsFor(agentId) ? null : RefusalReason.NOT_OFFERED;
    }

    private static void grant(Draft draft, Claimant claimant, Stage.Ringing ringing) {
        List<String> losers = ringing.ringingAgentIds().stream()
                .filter(agentId -> !agentId.equals(claimant.agentId()))
                .toList();
        draft.emit(new ClaimGranted(
                claimant.callSid(),
                claimant.agentId(),
                claimant.via(),
                draft.settings().connectTimeoutSeconds(),
                null));
        Ringing.cancel(draft, claimant.callSid(), losers, RingCancelReason.CLAIMED, claimant.agentId());
    }

    private static void answer(Draft draft, PickUp command) {
        draft.emit(new CallAnswered(command.callSid(), command.agentId(), command.legSid()));
    }

    static void withdrawOtherOffersIfBusy(Draft draft, String agentId) {
        Agent agent = draft.agent(agentId);
        if (agent != null && !agent.hasFreeCapacity()) {
            Ringing.withdrawAllOffers(draft, agent, RingCancelReason.AGENT_BUSY);
        }
    }

    private record Claimant(String callSid, String agentId, ClaimedVia via) {

        void reject(Draft draft, RefusalReason reason, @Nullable String claimedBy) {
            draft.emit(new ClaimRejected(callSid, agentId, via, reason, claimedBy));
        }

        void grantAgain(Draft draft, long claim) {
            draft.emit(new ClaimGranted(callSid, agentId, via, draft.settings().connectTimeoutSeconds(), claim));
        }
    }
}
