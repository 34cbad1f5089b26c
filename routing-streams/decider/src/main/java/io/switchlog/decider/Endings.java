package io.switchlog.decider;

import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;

/** How calls end. */
final class Endings {

    private Endings() {}

    /** Ends the call from any state, and frees whoever rang or talked. */
    static void end(Draft draft, Call call, EndReason reason) {
        silence(draft, call);
        // Who asked for the end gets the credit, even where the caller was quicker than our instruction.
        EndReason known = call.stage() instanceof Stage.Ending ? EndReason.AGENT_HUNG_UP : reason;
        draft.emit(new CallEnded(call.callSid(), known, call.stage().holder()));
    }

    /** Twilio is told to end the caller's leg. The call is over when it says so, and no sooner. */
    static void startHangUp(Draft draft, Call call, String requestedBy) {
        silence(draft, call);
        String stillConnected = call.connectedAgent();
        draft.emit(new HangUpStarted(call.callSid(), requestedBy, stillConnected));
        if (stillConnected != null) {
            Claims.withdrawOtherOffersIfBusy(draft, stillConnected);
        }
    }

    private static void silence(Draft draft, Call call) {
        if (call.stage() instanceof Stage.Ringing ringing) {
            Ringing.cancelAll(draft, call.callSid(), ringing, RingCancelReason.CALL_ENDED);
        }
    }

    /** An agent clicked "hang up", or "remove" on a parked call. */
    static void hangUp(Draft draft, HangUpCall command) {
        Call call = draft.call(command.callSid());
        Agent agent = draft.agent(command.agentId());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
        } else if (agent == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_AGENT);
        } else if (call.stage() instanceof Stage.Ended) {
            Answers.refuse(draft, RefusalReason.CALL_ENDED);
        } else if (mayHangUp(agent, call)) {
            hangUpUnlessUnderWay(draft, call, agent);
        } else {
            draft.emit(new CommandRejected(
                    RefusalReason.NOT_YOUR_CALL, null, call.stage().holder()));
        }
    }

    /** Their own calls, those included that they are handing over; what is parked is everybody's; a supervisor any. */
    private static boolean mayHangUp(Agent agent, Call call) {
        return agent.agentId().equals(call.stage().holder())
                || agent.agentId().equals(call.stage().reserved())
                || (call.isInTheLot() && agent.takesCalls())
                || agent.role() == Role.SUPERVISOR;
    }

    private static void hangUpUnlessUnderWay(Draft draft, Call call, Agent agent) {
        if (call.stage() instanceof Stage.Ending ending && ending.tryAgainAt() == null) {
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        } else {
            startHangUp(draft, call, agent.agentId());
        }
    }

    /**
     * The agent's leg is over, and the agent had not hung up in Switchlog. Twilio ends the {@code <Dial>} and asks what is
     * next, so no instruction is needed.
     */
    static void endWithAgentLeg(Draft draft, String callSid, Stage.Talking talking) {
        if (draft.settings().offerAgainWhenAgentLegEnds()) {
            Claims.release(draft, callSid, talking.agentId(), ReleaseReason.AGENT_LEG_ENDED, CallControl.NONE);
        } else {
            draft.emit(new CallEnded(callSid, EndReason.AGENT_LEG_ENDED, talking.agentId()));
        }
    }
}
