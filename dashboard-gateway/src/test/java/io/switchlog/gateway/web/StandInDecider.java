package io.switchlog.gateway.web;

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
import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.AgentEvent.AgentConnected;
import io.switchlog.contract.AgentEvent.AgentDisconnected;
import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CallEvent.VoicemailCompleted;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.Cause;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.Offer;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One workspace, decided as simply as the gateway's tests allow: no attempts, no timers, no legs. */
final class StandInDecider {

    private final Map<Cause, Outcome> decided = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Availability> availabilities = new TreeMap<>();
    private final Map<String, Boolean> devices = new HashMap<>();
    private final Map<String, Call> calls = new HashMap<>();
    private RoutingSettings settings = RoutingSettings.DEFAULTS;

    private record Call(@Nullable String claimedBy, boolean ended, boolean parked) {}

    List<? extends Event> decide(CommandMessage message, long sequence, Instant at) {
        Outcome before = decided.get(message.cause());
        if (before != null) {
            return List.of(new CommandRepeated(before));
        }
        List<? extends Event> events = decide(message.command(), at);
        if (events.isEmpty()) {
            return events;
        }
        decided.put(message.cause(), Outcome.of(sequence, events));
        return events;
    }

    private List<? extends Event> decide(Command command, Instant at) {
        return switch (command) {
            case RegisterAgent c -> {
                roles.put(c.agentId(), c.role());
                yield List.of(new AgentRegistered(c.agentId(), c.name(), c.role(), c.maxConcurrentCalls()));
            }
            case SetAvailability c -> List.of(availability(c));
            case SendHeartbeat c -> heartbeat(c);
            // At once, so that a test sees it.
            case CloseStream c -> {
                devices.remove(c.agentId());
                yield List.of(new AgentDisconnected(c.agentId()));
            }
            case ConfigureRouting c -> List.of(configured(c));
            case ReceiveCall c -> {
                calls.put(c.callSid(), new Call(null, false, false));
                yield List.of(new CallReceived(c.callSid(), c.from(), c.to()), ringing(c.callSid()));
            }
            case ClaimCall c -> List.of(claim(c));
            case DeclineCall c ->
                List.of(
                        calls.containsKey(c.callSid())
                                ? new CallDeclined(c.callSid(), c.agentId(), DeclinedBy.CLICK)
                                : rejected(RefusalReason.UNKNOWN_CALL, null));
            case HangUpCall c -> List.of(hangUp(c));
            case ParkCall c -> List.of(park(c, at));
            case RetrieveCall c -> retrieve(c);
            case TransferCall c -> transfer(c);
            case RecordVoicemail c ->
                List.of(new VoicemailRecorded(c.callSid(), Objects.requireNonNull(c.recordingSid()), 17));
            case TranscribeVoicemail c ->
                List.of(new VoicemailTranscribed(c.callSid(), c.recordingSid(), c.status(), c.text()));
            case EndCall c -> List.of(new CallEnded(c.callSid(), EndReason.CALLER_LEG_ENDED, null));
            case CompleteVoicemail c -> List.of(new VoicemailCompleted(c.callSid(), c.recordingSid(), c.agentId()));
            default -> throw new IllegalArgumentException("not in these tests: " + command);
        };
    }

    private Event availability(SetAvailability command) {
        if (roles.get(command.agentId()) == Role.OPERATOR) {
            return rejected(RefusalReason.TAKES_NO_CALLS, null);
        }
        availabilities.put(command.agentId(), command.status());
        return new AgentAvailabilityChanged(command.agentId(), command.status(), command.reason());
    }

    /** One that tells nothing new leaves no event. */
    private List<Event> heartbeat(SendHeartbeat command) {
        Boolean before = devices.put(command.agentId(), command.deviceConnected());
        return before != null && before == command.deviceConnected()
                ? List.of()
                : List.of(new AgentConnected(command.agentId(), command.deviceConnected()));
    }

    private Event configured(ConfigureRouting command) {
        RoutingSettings changed = command.change().applyTo(settings);
        if (changed.violation() != null) {
            return new CommandRejected(RefusalReason.INVALID, changed.violation(), null);
        }
        settings = changed;
        return new RoutingConfigured(settings);
    }

    private Event ringing(String callSid) {
        List<String> available = availabilities.entrySet().stream()
                .filter(agent -> agent.getValue() == Availability.AVAILABLE)
                .map(Map.Entry::getKey)
                .toList();
        return new CallRinging(callSid, 1, available, 25, new Offer(List.of(), new TreeMap<>()), CallControl.NONE);
    }

    private Event claim(ClaimCall command) {
        Call call = calls.get(command.callSid());
        RefusalReason refusal = call == null
                ? RefusalReason.UNKNOWN_CALL
                : call.ended ? RefusalReason.CALL_ENDED : call.claimedBy == null ? null : RefusalReason.ALREADY_CLAIMED;
        if (refusal != null) {
            return new ClaimRejected(
                    command.callSid(),
                    command.agentId(),
                    ClaimedVia.CLICK,
                    refusal,
                    call == null ? null : call.claimedBy);
        }
        calls.put(command.callSid(), new Call(command.agentId(), false, false));
        return new ClaimGranted(command.callSid(), command.agentId(), ClaimedVia.CLICK, 10, null);
    }

    private Event hangUp(HangUpCall command) {
        Call call = calls.get(command.callSid());
        if (call == null) {
            return rejected(RefusalReason.UNKNOWN_CALL, null);
        }
        if (!command.agentId().equals(call.claimedBy)) {
            return rejected(RefusalReason.NOT_YOUR_CALL, call.claimedBy);
        }
        calls.put(command.callSid(), new Call(call.claimedBy, true, false));
        return new HangUpStarted(command.callSid(), command.agentId(), command.agentId());
    }

    /** Whoever has a call talks, so that there is no waiting for devices. */
    private Event park(ParkCall command, Instant at) {
        Event refusal = refusalUnlessHeld(command.callSid(), command.agentId());
        if (refusal != null) {
            return refusal;
        }
        calls.put(command.callSid(), new Call(null, false, true));
        return new CallParked(command.callSid(), 2, command.agentId(), at, false, 300, CallControl.REDIRECT);
    }

    private List<? extends Event> retrieve(RetrieveCall command) {
        Call call = calls.get(command.callSid());
        if (call == null || !call.parked) {
            return List.of(rejected(call == null ? RefusalReason.UNKNOWN_CALL : RefusalReason.NOT_PARKED, null));
        }
        Event refusal = refusalOfTarget(command.targetAgentId());
        if (refusal != null) {
            return List.of(refusal);
        }
        calls.put(command.callSid(), new Call(command.targetAgentId(), false, false));
        return List.of(new CallRetrieved(
                command.callSid(), 3, command.targetAgentId(), command.agentId(), 10, 15, CallControl.REDIRECT));
    }

    /** In two events, as one that also withdraws the target's other offers. */
    private List<? extends Event> transfer(TransferCall command) {
        Event refusal = refusalUnlessHeld(command.callSid(), command.agentId());
        if (refusal == null) {
            refusal = refusalOfTarget(command.targetAgentId());
        }
        if (refusal != null) {
            return List.of(refusal);
        }
        calls.put(command.callSid(), new Call(command.targetAgentId(), false, false));
        return List.of(
                new TransferStarted(
                        command.callSid(), 2, command.targetAgentId(), command.agentId(), 10, 15, CallControl.REDIRECT),
                new RingCancelled("CAother", List.of(command.targetAgentId()), RingCancelReason.AGENT_BUSY, null));
    }

    private @Nullable Event refusalUnlessHeld(String callSid, String agentId) {
        Call call = calls.get(callSid);
        if (call == null) {
            return rejected(RefusalReason.UNKNOWN_CALL, null);
        }
        if (call.claimedBy == null) {
            return rejected(RefusalReason.NOT_ACTIVE, null);
        }
        return agentId.equals(call.claimedBy) ? null : rejected(RefusalReason.NOT_YOUR_CALL, call.claimedBy);
    }

    private @Nullable Event refusalOfTarget(String agentId) {
        Availability availability = availabilities.get(agentId);
        if (availability == null) {
            return rejected(RefusalReason.UNKNOWN_AGENT, null);
        }
        return availability == Availability.AVAILABLE ? null : rejected(RefusalReason.AGENT_UNAVAILABLE, null);
    }

    private static Event rejected(RefusalReason reason, @Nullable String claimedBy) {
        return new CommandRejected(reason, null, claimedBy);
    }
}
