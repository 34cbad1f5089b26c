package io.switchlog.engine.partition;

import io.switchlog.contract.Actor;
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
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Commands at random, of which many mean something, since they name what the events before them have told. */
final class AnyCommands {

    /** What these leave behind has to be stored. */
    static final Set<Class<? extends Event>> WHAT_IS_KEPT = Set.of(
            AgentConnected.class,
            AgentDisconnected.class,
            CallRinging.class,
            CallAnswered.class,
            ClaimReleased.class,
            VoicemailOffered.class,
            HangUpStarted.class,
            CallControlFailed.class,
            CallParked.class,
            CallRetrieved.class,
            TransferStarted.class,
            TransferReturned.class,
            CallForgotten.class,
            CallKept.class,
            CallEnded.class,
            CallRetired.class);

    private static final Personal CALLER = new Personal("key-1", "pseudonym-1", "Y2lwaGVydGV4dA==");
    private static final List<String> AGENTS = List.of("ann", "bob", "carol");
    private static final int LONGEST_PAUSE_SECONDS = 20 * 60;

    private final Random random;
    private final List<byte[]> sent = new ArrayList<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Long> deliveries = new HashMap<>();
    private final Map<String, Long> instructions = new HashMap<>();
    private String instructedLast = "CA0";
    private final Map<String, String> talks = new HashMap<>();
    private final List<String> parkedCalls = new ArrayList<>();
    private final Set<Class<? extends Event>> heard = new HashSet<>();
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");

    AnyCommands(long seed) {
        this.random = new Random(seed);
    }

    /** Mostly seconds pass, and now and then many minutes. */
    Instant later() {
        now = now.plusSeconds(random.nextInt(30) == 0 ? random.nextInt(LONGEST_PAUSE_SECONDS) : random.nextInt(4));
        return now;
    }

    /** A timer that is due, a command of somebody, or the same one as before. */
    byte[] next(List<CommandMessage> dueTimers) {
        byte[] command;
        if (!dueTimers.isEmpty()) {
            command = LogCodec.encode(dueTimers.getFirst());
        } else if (sent.size() > 6 && random.nextInt(10) == 0) {
            command = sent.get(random.nextInt(sent.size()));
        } else {
            command = encoded(sent.size() < 6 ? set(AGENTS.get(sent.size() / 2)) : any());
        }
        sent.add(command);
        return command;
    }

    void hear(Decided decided) {
        decided.events().forEach(event -> {
            Event fact = event.message().event();
            heard.add(fact.getClass());
            if (fact instanceof CallEvent call) {
                hear(call, event.message().sequence());
            }
        });
    }

    Set<Class<? extends Event>> eventsHeard() {
        return heard;
    }

    private void hear(CallEvent event, long sequence) {
        switch (event) {
            case TwimlHandedOut told -> {
                steps.put(told.callSid(), told.step());
                deliveries.put(told.callSid(), sequence);
            }
            case CallAnswered answered -> talks.put(answered.agentId(), answered.callSid());
            case CallParked parked -> {
                parkedCalls.add(parked.callSid());
                instruct(parked.callSid(), sequence);
            }
            case HangUpStarted _, CallRinging _, VoicemailOffered _, CallRetrieved _, TransferStarted _ ->
                instruct(event.callSid(), sequence);
            default -> {}
        }
    }

    private void instruct(String callSid, long sequence) {
        instructions.put(callSid, sequence);
        instructedLast = callSid;
    }

    private Command set(String agentId) {
        return sent.size() % 2 == 0
                ? new RegisterAgent(agentId, agentId, Role.AGENT, 2)
                : new SetAvailability(agentId, Availability.AVAILABLE, null);
    }

    private Command any() {
        String call = "CA" + random.nextInt(20);
        String agent = anybody();
        int step = steps.getOrDefault(call, 1);
        long delivery = deliveries.getOrDefault(call, 1L);
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3 -> new ReceiveCall(call, CALLER, "+15550100");
            case 4, 5 -> new ClaimCall(call, agent);
            case 6 -> new DeclineCall(call, agent);
            case 7 -> new EndCall(call, CallStatus.COMPLETED, null);
            case 8, 9 -> new PickUp(call, agent, "CA-leg", step, delivery);
            case 10 -> new SetAvailability(agent, Availability.AWAY, null);
            case 11, 12 -> new SetAvailability(agent, Availability.AVAILABLE, null);
            case 13 -> hangUp(agent);
            case 14, 15 -> report(random.nextBoolean() ? call : instructedLast);
            case 17, 18 -> new ParkCall(talks.getOrDefault(agent, "CA0"), agent);
            case 19, 20 -> new RetrieveCall(anyParked(), agent, anybody());
            case 21, 22, 25 -> new TransferCall(talks.getOrDefault(agent, "CA0"), agent, anybody());
            case 23 -> new SendHeartbeat(agent, random.nextInt(6) > 0, random.nextBoolean());
            case 24 -> sent.size() % 2 == 0 ? new CloseStream(agent) : new CompleteVoicemail(call, "RE" + call, agent);
            case 16 ->
                random.nextBoolean()
                        ? new EndDial(call, step, delivery, CallStatus.NO_ANSWER, false, CallStatus.IN_PROGRESS)
                        : new RecordVoicemail(
                                call,
                                step,
                                delivery,
                                "RE" + call,
                                RecordingStatus.IN_PROGRESS,
                                3,
                                CallStatus.COMPLETED);
            default ->
                random.nextBoolean()
                        ? new RegisterAgent(agent, agent, Role.AGENT, 1 + random.nextInt(3))
                        : new ConfigureRouting(
                                "demo",
                                new RoutingSettings.Change(
                                        10 + random.nextInt(50), null, null, null, null, null, null, null, null));
        };
    }

    private String anybody() {
        return AGENTS.get(random.nextInt(AGENTS.size()));
    }

    private String anyParked() {
        return parkedCalls.isEmpty() ? "CA0" : parkedCalls.get(random.nextInt(parkedCalls.size()));
    }

    /** What they talk on, if they do. */
    private Command hangUp(String agent) {
        return new HangUpCall(talks.getOrDefault(agent, "CA0"), agent);
    }

    private Command report(String call) {
        CallControlOutcome outcome = random.nextBoolean() ? CallControlOutcome.FAILED : CallControlOutcome.HUNG_UP;
        boolean failed = outcome == CallControlOutcome.FAILED;
        return new ReportCallControl(
                call, instructions.getOrDefault(call, 1L), outcome, failed ? 500 : null, failed ? "no" : null);
    }

    private byte[] encoded(Command command) {
        Actor actor = command instanceof AgentCommand said ? Actor.agent(said.agentId()) : Actor.TWILIO;
        return LogCodec.encode(new CommandMessage("demo", "command-" + sent.size(), actor, command));
    }
}
