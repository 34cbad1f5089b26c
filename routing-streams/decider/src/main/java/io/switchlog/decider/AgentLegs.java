package io.switchlog.decider;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Stage;
import java.util.List;

/**
 * What Twilio tells of an agent's leg. That a leg is up is told by {@link Claims#pickUp} alone; here it is about legs that
 * ring no more, or end.
 */
final class AgentLegs {

    private AgentLegs() {}

    static void report(Draft draft, ReportAgentLeg report) {
        Call call = draft.call(report.callSid());
        if (call == null) {
            Answers.refuse(draft, RefusalReason.UNKNOWN_CALL);
            return;
        }
        if (!report.status().isFinal()) {
            Answers.ignore(draft, IgnoreReason.NO_CHANGE);
            return;
        }
        boolean current = report.step() == call.step() && report.delivery() == call.delivery();
        switch (call.stage()) {
            case Stage.Talking talking
            when talking.legSid().equals(report.legSid()) -> endConversation(draft, call, report, talking);
            case Stage.Ringing ringing when current && ringing.ringsFor(report.agentId()) -> stopRinging(draft, report);
            case Stage.Connecting connecting
            when current && connecting.agentId().equals(report.agentId()) -> failToConnect(draft, report, connecting);
            case Stage.HandedOver handedOver
            when current && handedOver.agentId().equals(report.agentId()) ->
                stopHandOver(draft, call, report, handedOver);
            case Stage.Ended _ -> Answers.ignore(draft, IgnoreReason.CALL_ENDED);
            case Stage.Talking _,
                    Stage.Ringing _,
                    Stage.Connecting _,
                    Stage.HandedOver _,
                    Stage.Parked _,
                    Stage.InVoicemail _,
                    Stage.Ending _,
                    Stage.Unplaced _ -> Answers.ignore(draft, current ? IgnoreReason.NO_CHANGE : IgnoreReason.STALE);
        }
    }

    private static void stopRinging(Draft draft, ReportAgentLeg report) {
        switch (report.status()) {
            case BUSY -> Declines.accept(draft, report.callSid(), report.agentId(), DeclinedBy.DEVICE);
            case NO_ANSWER -> leave(draft, report, RingCancelReason.NO_ANSWER);
            case FAILED -> leave(draft, report, RingCancelReason.DEVICE_UNREACHABLE);
            case CANCELED, COMPLETED, QUEUED, INITIATED, RINGING, IN_PROGRESS, ANSWERED ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }

    private static void leave(Draft draft, ReportAgentLeg report, RingCancelReason reason) {
        Ringing.cancel(draft, report.callSid(), List.of(report.agentId()), reason, null);
        Ringing.goOnIfNobodyRings(draft, report.callSid());
    }

    /**
     * A claimant's leg that was not answered, or was cancelled because another device accepted first, is no failure yet:
     * the end of the {@code <Dial>} follows, and the claimant is then dialled alone.
     */
    private static void failToConnect(Draft draft, ReportAgentLeg report, Stage.Connecting connecting) {
        switch (report.status()) {
            case BUSY, FAILED ->
                Claims.release(
                        draft,
                        report.callSid(),
                        report.agentId(),
                        ReleaseReason.AGENT_LEG_FAILED,
                        // Dialled alone, this leg was the whole Dial, and Twilio asks what is next.
                        connecting.alone() ? CallControl.NONE : CallControl.REDIRECT);
            case NO_ANSWER, CANCELED, COMPLETED, QUEUED, INITIATED, RINGING, IN_PROGRESS, ANSWERED ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }

    /** Dialled alone, the target's leg is the whole {@code <Dial>}: Twilio ends that, too, and asks what is next. */
    private static void stopHandOver(Draft draft, Call call, ReportAgentLeg report, Stage.HandedOver handedOver) {
        switch (report.status()) {
            case BUSY -> HandOvers.decline(draft, call, handedOver, DeclinedBy.DEVICE, CallControl.NONE);
            case NO_ANSWER -> HandOvers.giveUp(draft, call, handedOver, RingCancelReason.NO_ANSWER, CallControl.NONE);
            case FAILED ->
                HandOvers.giveUp(draft, call, handedOver, RingCancelReason.DEVICE_UNREACHABLE, CallControl.NONE);
            case CANCELED, COMPLETED, QUEUED, INITIATED, RINGING, IN_PROGRESS, ANSWERED ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }

    /** The leg was let through, and nobody talked: the call goes back from where it was handed over, or is offered to others. */
    static void endUnbridged(Draft draft, Call call, Stage.Talking talking) {
        Stage.Origin origin = talking.origin();
        if (origin == null) {
            Claims.release(draft, call.callSid(), talking.agentId(), ReleaseReason.AGENT_LEG_FAILED, CallControl.NONE);
        } else {
            HandOvers.goBackUnbridged(draft, call, talking, origin);
        }
    }

    /**
     * A leg that was let through may end before Twilio has bridged it. Only the end of the {@code <Dial>}, which follows, says
     * whether anybody talked, so a completed leg decides nothing: else the caller would be dropped for a device that died.
     */
    private static void endConversation(Draft draft, Call call, ReportAgentLeg report, Stage.Talking talking) {
        switch (report.status()) {
            case BUSY, FAILED, NO_ANSWER, CANCELED -> endUnbridged(draft, call, talking);
            case COMPLETED, QUEUED, INITIATED, RINGING, IN_PROGRESS, ANSWERED ->
                Answers.ignore(draft, IgnoreReason.NO_CHANGE);
        }
    }
}
