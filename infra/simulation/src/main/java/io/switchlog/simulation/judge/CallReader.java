package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.LoggedCall.HandOver;
import io.switchlog.simulation.judge.LoggedCall.How;
import java.util.List;

/** What each event says of its call, and of the agents whose it is. */
final class CallReader {

    private final LogView log;

    CallReader(LogView log) {
        this.log = log;
    }

    void take(Event event, LoggedCall call) {
        if (event.text("callControl").equals("redirect")) {
            call.instruction = event.sequence();
        }
        switch (event.type()) {
            case "CallRinging" -> {
                call.rungSince = event.sequence();
                call.ringing.clear();
                call.ringing.addAll(event.agentIds());
                call.everRung.addAll(event.agentIds());
                call.inVoicemail = false;
                call.parked = false;
            }
            case "CallDeclined" -> {
                call.declined.add(event.agentId());
                fallSilent(event, call, List.of(event.agentId()));
                log.agent(event.agentId()).missed = 0;
            }
            case "RingCancelled" -> {
                fallSilent(event, call, event.agentIds());
                if (event.text("reason").equals("no-answer")) {
                    event.agentIds().forEach(agentId -> log.agent(agentId).missed++);
                }
            }
            case "ClaimGranted" -> {
                if (event.isGrant()) {
                    call.ringing.remove(event.agentId());
                    hold(event, call, How.CLAIM);
                    log.agent(event.agentId()).missed = 0;
                }
            }
            case "ClaimReleased" -> {
                if (!event.text("reason").equals("call-control-failed")) {
                    call.released.add(event.agentId());
                }
                goBackUnbridged(event, call);
                release(event, call, How.RELEASE);
            }
            case "CallAnswered" -> {
                if (!call.talks) {
                    call.origin = new LoggedCall.Origin(call.parking, call.reserved, call.returnedTo);
                }
                call.talks = true;
                call.handOver = null;
                call.returnedTo = null;
                call.parking = null;
            }
            case "CallParked", "CallRetrieved", "TransferStarted", "TransferReturned", "CallTransferred" ->
                handOver(event, call);
            case "CallForgotten" -> forget(call);
            case "CallKept" -> {
                hold(event, call, How.KEPT);
                free(call);
                call.origin = null;
                call.parked = false;
                call.parking = null;
            }
            case "VoicemailOffered" -> {
                call.ringing.clear();
                call.inVoicemail = true;
            }
            case "VoicemailRecorded" -> call.messageLeft = true;
            case "HangUpStarted" -> {
                leaveEverything(call);
                moveTo(event, call);
                call.instruction = event.sequence();
                call.hangUpAt = Math.min(call.hangUpAt, event.committedAt());
            }
            case "CallEnded" -> {
                release(event, call, How.RELEASE);
                leaveEverything(call);
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

    private void handOver(Event event, LoggedCall call) {
        switch (event.type()) {
            case "CallParked" -> {
                release(event, call, How.HAND_OVER);
                call.heldBy(null, 0, event.committedAt(), How.HAND_OVER);
                free(call);
                call.parked = true;
                call.parking = new ShownCall.Parking(
                        event.agentId(),
                        event.time("parkedAt"),
                        event.data().path("forgotten").asBoolean());
            }
            case "CallRetrieved" -> {
                hold(event, call, How.HAND_OVER);
                call.handOver = new HandOver(event.type(), event.text("requestedBy"));
                call.parked = false;
            }
            case "TransferStarted" -> {
                hold(event, call, How.HAND_OVER);
                call.handOver = new HandOver(event.type(), event.text("from"));
                call.reserved = event.text("from");
                log.agent(event.text("from")).reserved.add(call.callSid);
            }
            case "TransferReturned" -> {
                hold(event, call, How.HAND_OVER);
                call.handOver = new HandOver(event.type(), event.agentId());
                call.returnedTo = event.agentId();
                free(call);
            }
            default -> free(call);
        }
    }

    /** Those who are rung, or the one to whom the call was handed. */
    private void fallSilent(Event event, LoggedCall call, List<String> agentIds) {
        agentIds.forEach(call.ringing::remove);
        String holder = call.holder;
        if (holder != null && call.handOver != null && agentIds.contains(holder)) {
            release(event, call, How.RELEASE);
        }
    }

    /** Everybody may be asked again. */
    private static void forget(LoggedCall call) {
        ShownCall.Parking place = call.parking;
        if (place != null) {
            call.parking = new ShownCall.Parking(place.parkedBy(), place.parkedAt(), true);
        }
        call.everRung.clear();
        call.declined.clear();
        call.released.clear();
    }

    /** The leg was let through and never bridged: what was true before the agent picked up is true again. */
    private static void goBackUnbridged(Event event, LoggedCall call) {
        LoggedCall.Origin origin = call.origin;
        if (call.talks && origin != null && event.text("reason").equals("agent-leg-failed")) {
            call.parking = origin.parking();
            call.owedTo = origin.handedOverBy();
            call.returnedTo = origin.returnedTo();
        }
    }

    /** Who may still be connected to the caller is not free before they are gone. */
    private void moveTo(Event event, LoggedCall call) {
        if (event.agentId().isEmpty()) {
            release(event, call, How.RELEASE);
        } else if (!event.agentId().equals(call.holder)) {
            hold(event, call, How.KEPT);
        }
    }

    private void leaveEverything(LoggedCall call) {
        call.ringing.clear();
        call.inVoicemail = false;
        call.parked = false;
        free(call);
    }

    private void hold(Event event, LoggedCall call, How how) {
        release(event, call, how);
        LoggedAgent agent = log.agent(event.agentId());
        call.grant = event.sequence();
        call.heldBy(event.agentId(), agent.capacity, event.committedAt(), how);
        agent.holds.add(call.callSid);
    }

    private void release(Event event, LoggedCall call, How how) {
        String holder = call.holder;
        if (holder != null) {
            log.agent(holder).holds.remove(call.callSid);
            call.heldBy(null, 0, event.committedAt(), how);
        }
    }

    /** Whoever has handed the call over does not get it back. */
    private void free(LoggedCall call) {
        String reserved = call.reserved;
        if (reserved != null) {
            log.agent(reserved).reserved.remove(call.callSid);
            call.reserved = null;
        }
    }
}
