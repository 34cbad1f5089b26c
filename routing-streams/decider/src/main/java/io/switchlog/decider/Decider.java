package io.switchlog.decider;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.CompleteVoicemail;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.AgentCommand.TransferCall;
import io.switchlog.contract.Cause;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.OperatorCommand;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.SystemCommand;
import io.switchlog.contract.SystemCommand.ElapseAgentTimer;
import io.switchlog.contract.SystemCommand.ElapseTimer;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Draft;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides. One command, one state, always the same events; and never none, for a refusal is a fact, too. The exceptions are a
 * heartbeat that tells nothing new, and the end of a stream: they only move the time at which the agent counts as gone.
 */
public final class Decider {

    /** Version of the rules below; each event says which one decided. It grows when a rule changes. */
    public static final int RULES_VERSION = 4;

    private Decider() {}

    /**
     * Decides a command. The workspace stays as it is until it accepts the decision's changes.
     *
     * @param recordTime when the log took the command in; the workspace's time never runs backwards, and not behind the
     *     due time of a timer that elapses, so that clocks apart never lose one
     */
    public static Decision decide(Workspace workspace, CommandMessage message, Instant recordTime) {
        Instant time = notBeforeDueTime(workspace, message.command(), recordTime);
        Draft draft = new Draft(workspace, time);
        Outcome known = workspace.outcomeOf(message.cause());
        if (known != null) {
            draft.emit(new CommandRepeated(known));
        } else if (message.command() instanceof ConfigureRouting(String workspaceName, var _)
                && !workspaceName.equals(message.workspace())) {
            Answers.refuseInvalid(draft, "workspace: expected that of the envelope");
        } else {
            try {
                dispatch(draft, message.command());
            } catch (RuntimeException bug) {
                // A stuck partition would stop every call of the workspace; a rejected command stops one, and says why.
                draft = new Draft(workspace, time);
                draft.emit(new CommandRejected(RefusalReason.INTERNAL_ERROR, bug.toString(), null));
            }
        }
        return new Decision(
                workspace.head().sequence() + 1, draft.now(), draft.events(), draft.changes(message.cause()));
    }

    /** What stands in place of a decision where the bytes are no command of this workspace. */
    public static Decision reject(
            Workspace workspace, Cause cause, Instant recordTime, RefusalReason reason, String detail) {
        Draft draft = new Draft(workspace, recordTime);
        draft.emit(new CommandRejected(reason, detail, null));
        return new Decision(workspace.head().sequence() + 1, draft.now(), draft.events(), draft.changes(cause));
    }

    private static Instant notBeforeDueTime(Workspace workspace, Command command, Instant recordTime) {
        if (command instanceof SystemCommand elapse) {
            Timer timer = timerNamedBy(elapse, workspace);
            if (timer != null && timer.dueAt().isAfter(recordTime)) {
                return timer.dueAt();
            }
        }
        return recordTime;
    }

    private static @Nullable Timer timerNamedBy(SystemCommand command, Workspace workspace) {
        return switch (command) {
            case ElapseTimer c -> {
                Call call = workspace.call(c.callSid());
                yield call == null ? null : timer(call.timer(), c.timerId());
            }
            case ElapseAgentTimer c -> {
                Agent agent = workspace.agent(c.agentId());
                yield agent == null ? null : timer(agent.timer(), c.timerId());
            }
        };
    }

    /** The timer that is set, if it is the one named. */
    static @Nullable Timer timer(@Nullable Timer set, String timerId) {
        return set != null && set.timerId().equals(timerId) ? set : null;
    }

    private static void dispatch(Draft draft, Command command) {
        switch (command) {
            case TwilioCommand fromTwilio -> dispatch(draft, fromTwilio);
            case AgentCommand fromAgent -> dispatch(draft, fromAgent);
            case OperatorCommand fromOperator -> dispatch(draft, fromOperator);
            case SystemCommand fromSystem -> dispatch(draft, fromSystem);
        }
    }

    private static void dispatch(Draft draft, TwilioCommand command) {
        switch (command) {
            case ReceiveCall c -> CallerLeg.receive(draft, c);
            case EndDial c -> CallerLeg.endDial(draft, c);
            case EndCall c -> CallerLeg.endCall(draft, c);
            case PickUp c -> Claims.pickUp(draft, c);
            case ReportAgentLeg c -> AgentLegs.report(draft, c);
            case RecordVoicemail c -> Voicemails.record(draft, c);
            case TranscribeVoicemail c -> Voicemails.transcribe(draft, c);
            case ReportCallControl c -> Instructions.report(draft, c);
        }
    }

    private static void dispatch(Draft draft, AgentCommand command) {
        switch (command) {
            case ClaimCall c -> Claims.claim(draft, c);
            case DeclineCall c -> Declines.decline(draft, c);
            case ParkCall c -> Parking.park(draft, c);
            case RetrieveCall c -> HandOvers.retrieve(draft, c);
            case TransferCall c -> HandOvers.transfer(draft, c);
            case HangUpCall c -> Endings.hangUp(draft, c);
            case CompleteVoicemail c -> Voicemails.complete(draft, c);
            case SetAvailability c -> Agents.setAvailability(draft, c);
            case SendHeartbeat c -> Presences.hear(draft, c);
            case CloseStream c -> Presences.closeStream(draft, c);
        }
    }

    private static void dispatch(Draft draft, OperatorCommand command) {
        switch (command) {
            case RegisterAgent c -> Agents.register(draft, c);
            case ConfigureRouting c -> Settings.configure(draft, c);
        }
    }

    private static void dispatch(Draft draft, SystemCommand command) {
        switch (command) {
            case ElapseTimer c -> Timers.elapse(draft, c);
            case ElapseAgentTimer c -> Presences.elapse(draft, c);
        }
    }
}
