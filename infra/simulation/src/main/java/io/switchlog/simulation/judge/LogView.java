package io.switchlog.simulation.judge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log says, event by event: deliberately simple, and a second opinion. */
final class LogView {

    private final Map<String, LoggedCall> calls = new TreeMap<>();
    private final Map<String, LoggedAgent> agents = new TreeMap<>();

    /** A call that the log has ever told of. */
    @Nullable
    LoggedCall call(String callSid) {
        return calls.get(callSid);
    }

    Collection<LoggedCall> calls() {
        return calls.values();
    }

    /** Agents by id, of one workspace or of all: ids are unique in a history. */
    Map<String, LoggedAgent> agents() {
        return agents;
    }

    LoggedAgent agent(String agentId) {
        return agents.computeIfAbsent(agentId, _ -> new LoggedAgent());
    }

    void take(Event event) {
        if (event.type().equals("AgentRegistered")) {
            LoggedAgent agent = agent(event.agentId());
            agent.workspace = event.workspace();
            agent.capacity = event.data().path("maxConcurrentCalls").asInt();
            agent.takesCalls = !event.text("role").equals("operator");
        } else if (event.type().equals("AgentAvailabilityChanged")) {
            agent(event.agentId()).available = event.text("status").equals("available");
        } else if (event.type().equals("CallReceived")) {
            calls.put(event.callSid(), new LoggedCall(event.callSid(), true));
        } else {
            LoggedCall call = event.type().equals("CallEnded")
                    ? calls.computeIfAbsent(event.callSid(), callSid -> new LoggedCall(callSid, false))
                    : calls.get(event.callSid());
            if (call != null) {
                take(event, call);
            }
        }
    }

    private void take(Event event, LoggedCall call) {
        if (event.text("callControl").equals("redirect")) {
            call.instruction = event.sequence();
        }
        switch (event.type()) {
            case "CallRinging" -> {
                call.ringing.clear();
                call.ringing.addAll(event.agentIds());
                call.everRung.addAll(event.agentIds());
                call.inVoicemail = false;
            }
            case "CallDeclined" -> {
                call.ringing.remove(event.agentId());
                call.declined.add(event.agentId());
            }
            case "RingCancelled" -> event.agentIds().forEach(call.ringing::remove);
            case "ClaimGranted" -> {
                if (event.isGrant()) {
                    grant(event, call);
                }
            }
            case "ClaimReleased" -> {
                call.released.add(event.agentId());
                release(event, call);
            }
            case "CallAnswered" -> call.answered = true;
            case "VoicemailOffered" -> {
                call.ringing.clear();
                call.inVoicemail = true;
            }
            case "VoicemailRecorded" -> call.messageLeft = true;
            case "HangUpStarted" -> {
                call.ringing.clear();
                call.inVoicemail = false;
                call.instruction = event.sequence();
                call.hangUpAt = Math.min(call.hangUpAt, event.committedAt());
            }
            case "CallEnded" -> {
                release(event, call);
                call.ringing.clear();
                call.endedAt = event.committedAt();
                call.instruction = 0;
            }
            case "CallControlDone", "CallControlFailed" -> {
                if (event.data().path("instruction").asLong() == call.instruction) {
                    call.instruction = 0;
                }
            }
            default -> {}
        }
    }

    private void grant(Event event, LoggedCall call) {
        LoggedAgent agent = agent(event.agentId());
        call.ringing.remove(event.agentId());
        call.grant = event.sequence();
        call.heldBy(event.agentId(), agent.capacity, event.committedAt());
        agent.holds.add(call.callSid);
    }

    private void release(Event event, LoggedCall call) {
        String holder = call.holder;
        if (holder != null) {
            agent(holder).holds.remove(call.callSid);
            call.heldBy(null, 0, event.committedAt());
        }
    }
}
