package io.switchlog.decider;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.Command;
import io.switchlog.contract.OperatorCommand;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.SystemCommand;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that can happen to a workspace, in the words of the stories. */
final class Happenings {

    static final Personal SOMEBODY = new Personal("key-1", "pseudonym", "Y2lwaGVydGV4dA==");
    static final RoutingSettings.Change OFFER_AGAIN =
            new RoutingSettings.Change(null, null, true, null, null, null, null, null, null);

    private Happenings() {}

    static Happening received(String callSid) {
        return twilio(new TwilioCommand.ReceiveCall(callSid, SOMEBODY, "+12025550123"));
    }

    /** An agent's own leg of a call; each agent has one per call. */
    static String legOf(String agentId, String callSid) {
        return "leg-of-" + agentId + "-in-" + callSid;
    }

    static Happening picksUp(String agentId, String callSid) {
        return twilio(workspace -> pickUp(agentId, callSid, Document.currentOf(workspace, callSid)));
    }

    static Happening picksUp(String agentId, String callSid, Document document) {
        return twilio(pickUp(agentId, callSid, document));
    }

    static Happening legReports(String agentId, String callSid, CallStatus status) {
        return twilio(workspace -> leg(agentId, callSid, status, Document.currentOf(workspace, callSid)));
    }

    static Happening legReports(String agentId, String callSid, CallStatus status, Document document) {
        return twilio(leg(agentId, callSid, status, document));
    }

    static Happening dialEnds(String callSid, CallStatus status) {
        return twilio(workspace -> dial(callSid, status, null, Document.currentOf(workspace, callSid)));
    }

    static Happening dialEnds(String callSid, CallStatus status, Document document) {
        return twilio(dial(callSid, status, null, document));
    }

    static Happening dialEndsBridged(String callSid, boolean bridged) {
        return twilio(
                workspace -> dial(callSid, CallStatus.COMPLETED, bridged, Document.currentOf(workspace, callSid)));
    }

    /** The Dial is over because the caller has gone. */
    static Happening dialEndsWithTheCaller(String callSid, CallStatus callStatus, Document document) {
        return twilio(new TwilioCommand.EndDial(
                callSid, document.step(), document.delivery(), CallStatus.NO_ANSWER, null, callStatus));
    }

    static Happening callerLegIs(String callSid, CallStatus status) {
        return twilio(new TwilioCommand.EndCall(callSid, status, null));
    }

    static Happening callerHangsUp(String callSid) {
        return callerLegIs(callSid, CallStatus.COMPLETED);
    }

    /** @param at what Twilio says */
    static Happening callerHungUp(String callSid, Instant at) {
        return twilio(new TwilioCommand.EndCall(callSid, CallStatus.COMPLETED, at));
    }

    static Happening messageEnds(String callSid) {
        return twilio(workspace -> message(callSid, Document.currentOf(workspace, callSid), CallStatus.IN_PROGRESS));
    }

    static Happening messageEnds(String callSid, Document document) {
        return twilio(message(callSid, document, CallStatus.IN_PROGRESS));
    }

    static Happening messageEndsWithTheCaller(String callSid) {
        return twilio(workspace -> message(callSid, Document.currentOf(workspace, callSid), CallStatus.COMPLETED));
    }

    /** The end of the document that ingress plays on its own account when no decision comes. */
    static Happening emergencyMessageEnds(String callSid) {
        return twilio(
                new TwilioCommand.RecordVoicemail(callSid, null, null, null, RecordingStatus.IN_PROGRESS, null, null));
    }

    static Happening recordingIs(
            RecordingStatus status, String callSid, @Nullable String recordingSid, @Nullable Integer seconds) {
        return twilio(new TwilioCommand.RecordVoicemail(callSid, null, null, recordingSid, status, seconds, null));
    }

    static Happening recorded(String callSid, String recordingSid, int seconds) {
        return recordingIs(RecordingStatus.COMPLETED, callSid, recordingSid, seconds);
    }

    static Happening transcribed(String callSid, String recordingSid) {
        return twilio(
                new TwilioCommand.TranscribeVoicemail(callSid, recordingSid, TranscriptionStatus.COMPLETED, SOMEBODY));
    }

    static Happening transcriptionFails(String callSid, String recordingSid) {
        return twilio(new TwilioCommand.TranscribeVoicemail(callSid, recordingSid, TranscriptionStatus.FAILED, null));
    }

    static Happening isDoneWith(String agentId, String callSid, String recordingSid) {
        return agent(new AgentCommand.CompleteVoicemail(callSid, recordingSid, agentId));
    }

    /** What came of the instruction that is under way. */
    static Happening instructionIs(CallControlOutcome outcome, String callSid) {
        return told(Actor.CALL_CONTROL, workspace -> report(callSid, instructionOf(workspace, callSid), outcome));
    }

    static Happening instructionIs(CallControlOutcome outcome, String callSid, long instruction) {
        return Happening.of(Actor.CALL_CONTROL, report(callSid, instruction, outcome));
    }

    static Happening claims(String agentId, String callSid) {
        return agent(new AgentCommand.ClaimCall(callSid, agentId));
    }

    static Happening declines(String agentId, String callSid) {
        return agent(new AgentCommand.DeclineCall(callSid, agentId));
    }

    static Happening parks(String agentId, String callSid) {
        return agent(new AgentCommand.ParkCall(callSid, agentId));
    }

    static Happening retrieves(String agentId, String callSid) {
        return retrieves(agentId, callSid, agentId);
    }

    static Happening retrieves(String agentId, String callSid, String targetAgentId) {
        return agent(new AgentCommand.RetrieveCall(callSid, agentId, targetAgentId));
    }

    static Happening transfers(String agentId, String callSid, String targetAgentId) {
        return agent(new AgentCommand.TransferCall(callSid, agentId, targetAgentId));
    }

    static Happening hangsUp(String agentId, String callSid) {
        return agent(new AgentCommand.HangUpCall(callSid, agentId));
    }

    static Happening becomes(String agentId, Availability availability) {
        return becomes(agentId, availability, null);
    }

    static Happening becomes(String agentId, Availability availability, @Nullable String reason) {
        return agent(new AgentCommand.SetAvailability(agentId, availability, reason));
    }

    /** With a device, and no stream. */
    static Happening isHeard(String agentId) {
        return agent(new AgentCommand.SendHeartbeat(agentId, true, false));
    }

    static Happening isHeardWithoutDevice(String agentId) {
        return agent(new AgentCommand.SendHeartbeat(agentId, false, false));
    }

    static Happening isHeardWithStream(String agentId) {
        return agent(new AgentCommand.SendHeartbeat(agentId, true, true));
    }

    static Happening closesStream(String agentId) {
        return agent(new AgentCommand.CloseStream(agentId));
    }

    static Happening registers(String agentId, String name, Role role, int maxConcurrentCalls) {
        return operator(new OperatorCommand.RegisterAgent(agentId, name, role, maxConcurrentCalls));
    }

    static Happening configures(RoutingSettings.Change change) {
        return configures("demo", change);
    }

    /** The scenario's own workspace is demo. */
    static Happening configures(String workspace, RoutingSettings.Change change) {
        return operator(new OperatorCommand.ConfigureRouting(workspace, change));
    }

    /** The call's timer, whichever it is. */
    static Happening timerElapses(String callSid) {
        return told(Actor.ENGINE, workspace -> new SystemCommand.ElapseTimer(callSid, timerOf(workspace, callSid)));
    }

    static Happening timerElapses(String callSid, String timerId) {
        return Happening.of(Actor.ENGINE, new SystemCommand.ElapseTimer(callSid, timerId));
    }

    /** Nothing was heard of the agent in time. */
    static Happening fallsSilent(String agentId) {
        return told(
                Actor.ENGINE,
                workspace -> new SystemCommand.ElapseAgentTimer(agentId, timerOfAgent(workspace, agentId)));
    }

    static Happening fallsSilent(String agentId, String timerId) {
        return Happening.of(Actor.ENGINE, new SystemCommand.ElapseAgentTimer(agentId, timerId));
    }

    /** A timer, whosever it is. */
    static Happening elapses(Timer timer) {
        return Happening.of(Actor.ENGINE, timer.elapse());
    }

    private static TwilioCommand pickUp(String agentId, String callSid, Document document) {
        return new TwilioCommand.PickUp(
                callSid, agentId, legOf(agentId, callSid), document.step(), document.delivery());
    }

    private static TwilioCommand leg(String agentId, String callSid, CallStatus status, Document document) {
        return new TwilioCommand.ReportAgentLeg(
                callSid, agentId, legOf(agentId, callSid), document.step(), document.delivery(), status);
    }

    private static TwilioCommand dial(String callSid, CallStatus status, @Nullable Boolean bridged, Document document) {
        return new TwilioCommand.EndDial(
                callSid, document.step(), document.delivery(), status, bridged, CallStatus.IN_PROGRESS);
    }

    private static TwilioCommand message(String callSid, Document document, CallStatus callStatus) {
        return new TwilioCommand.RecordVoicemail(
                callSid, document.step(), document.delivery(), null, RecordingStatus.IN_PROGRESS, 12, callStatus);
    }

    private static TwilioCommand report(String callSid, long instruction, CallControlOutcome outcome) {
        boolean failed = outcome == CallControlOutcome.FAILED;
        return new TwilioCommand.ReportCallControl(
                callSid, instruction, outcome, failed ? 20429 : null, failed ? "too many requests" : null);
    }

    private static long instructionOf(Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        Call.Instruction instruction = call == null ? null : call.instruction();
        if (instruction == null) {
            throw new AssertionError("no instruction is under way for " + callSid);
        }
        return instruction.id();
    }

    private static String timerOf(Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        Timer timer = call == null ? null : call.timer();
        if (timer == null) {
            throw new AssertionError("nothing is due for " + callSid);
        }
        return timer.timerId();
    }

    private static String timerOfAgent(Workspace workspace, String agentId) {
        Agent agent = workspace.agent(agentId);
        Timer timer = agent == null ? null : agent.timer();
        if (timer == null) {
            throw new AssertionError(agentId + " was not heard");
        }
        return timer.timerId();
    }

    private static Happening twilio(TwilioCommand command) {
        return Happening.of(Actor.TWILIO, command);
    }

    private static Happening twilio(Function<Workspace, ? extends Command> command) {
        return told(Actor.TWILIO, command);
    }

    private static Happening agent(AgentCommand command) {
        return Happening.of(Actor.agent(command.agentId()), command);
    }

    private static Happening operator(OperatorCommand command) {
        return Happening.of(Actor.operator("olga"), command);
    }

    private static Happening told(Actor actor, Function<Workspace, ? extends Command> command) {
        return new Happening(actor, command, null);
    }
}
