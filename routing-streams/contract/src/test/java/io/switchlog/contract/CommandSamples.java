package io.switchlog.contract;

import java.time.Instant;
import java.util.List;

/** One full example of every command, each optional field filled. All people and numbers in them are made up. */
final class CommandSamples {

    private CommandSamples() {}

    static List<CommandMessage> all() {
        return List.of(
                twilio(new TwilioCommand.ReceiveCall(Fictional.CALL, Fictional.CALLER, Fictional.OUR_NUMBER)),
                twilio(new TwilioCommand.ReportAgentLeg(
                        Fictional.CALL, "ann", Fictional.LEG, 1, 42, CallStatus.NO_ANSWER)),
                twilio(new TwilioCommand.PickUp(Fictional.CALL, "ann", Fictional.LEG, 1, 42)),
                twilio(new TwilioCommand.EndDial(
                        Fictional.CALL, 1, 42, CallStatus.COMPLETED, true, CallStatus.IN_PROGRESS)),
                twilio(new TwilioCommand.EndCall(
                        Fictional.CALL, CallStatus.CANCELED, Instant.parse("2026-03-02T09:00:00Z"))),
                twilio(new TwilioCommand.RecordVoicemail(
                        Fictional.CALL,
                        2,
                        57L,
                        Fictional.RECORDING,
                        RecordingStatus.IN_PROGRESS,
                        17,
                        CallStatus.IN_PROGRESS)),
                twilio(new TwilioCommand.TranscribeVoicemail(
                        Fictional.CALL, Fictional.RECORDING, TranscriptionStatus.COMPLETED, Fictional.WORDS)),
                message(
                        Actor.CALL_CONTROL,
                        new TwilioCommand.ReportCallControl(
                                Fictional.CALL, 55, CallControlOutcome.FAILED, 20429, "too many requests")),
                agent(new AgentCommand.ClaimCall(Fictional.CALL, "ann")),
                agent(new AgentCommand.DeclineCall(Fictional.CALL, "ann")),
                agent(new AgentCommand.ParkCall(Fictional.CALL, "ann")),
                agent(new AgentCommand.RetrieveCall(Fictional.CALL, "ann", "bob")),
                agent(new AgentCommand.TransferCall(Fictional.CALL, "ann", "bob")),
                agent(new AgentCommand.HangUpCall(Fictional.CALL, "ann")),
                agent(new AgentCommand.CompleteVoicemail(Fictional.CALL, Fictional.RECORDING, "ann")),
                agent(new AgentCommand.SetAvailability("ann", Availability.AWAY, "lunch")),
                agent(new AgentCommand.SendHeartbeat("ann", true, true)),
                agent(new AgentCommand.CloseStream("ann")),
                operator(new OperatorCommand.RegisterAgent("ann", "Ann Example", Role.AGENT, 2)),
                operator(new OperatorCommand.ConfigureRouting(
                        Fictional.WORKSPACE,
                        new RoutingSettings.Change(40, 15, true, "Please leave a message.", 90, 4, 200, 25, false))),
                message(Actor.ENGINE, new SystemCommand.ElapseTimer(Fictional.CALL, "ring:1")),
                message(Actor.ENGINE, new SystemCommand.ElapseAgentTimer("ann", "heard:1772442000000")));
    }

    private static CommandMessage twilio(TwilioCommand command) {
        return message(Actor.TWILIO, command);
    }

    private static CommandMessage agent(AgentCommand command) {
        return message(Actor.agent(command.agentId()), command);
    }

    private static CommandMessage operator(OperatorCommand command) {
        return message(Actor.operator("olga"), command);
    }

    private static CommandMessage message(Actor actor, Command command) {
        return new CommandMessage(Fictional.WORKSPACE, "command-1", actor, command);
    }
}
