package io.switchlog.projection.fold;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.WireName;
import io.switchlog.projection.fold.ClaimRow.Kind;
import io.switchlog.projection.fold.ClaimRow.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every attempt to get a call, and how long the granted ones held. A grant holds until its agent is free of the call: who
 * hands a call over keeps theirs until the other one is up.
 */
final class Claims {

    /** By callSid, then by agent. */
    private final Map<String, Map<String, ClaimRow>> held = new HashMap<>();

    Claims(List<ClaimRow> held) {
        held.forEach(this::hold);
    }

    void apply(CallEvent event, EventMessage message, Changes changes) {
        long sequence = message.sequence();
        Instant at = message.at();
        String callSid = event.callSid();
        switch (event) {
            case CallEvent.ClaimGranted e -> {
                ClaimRow row = ClaimRow.granted(sequence, callSid, Kind.CLAIM, e.agentId(), e.agentId(), at)
                        .via(e.via(), e.repeats());
                if (e.repeats() == null) {
                    hold(row);
                }
                changes.put(row);
            }
            case CallEvent.ClaimRejected e ->
                changes.put(ClaimRow.refused(
                                sequence, callSid, Kind.CLAIM, e.agentId(), e.agentId(), e.reason(), e.claimedBy(), at)
                        .via(e.via(), null));
            case CallEvent.CallRetrieved e ->
                grant(ClaimRow.granted(sequence, callSid, Kind.RETRIEVE, e.agentId(), e.requestedBy(), at), changes);
            case CallEvent.TransferStarted e ->
                grant(ClaimRow.granted(sequence, callSid, Kind.TRANSFER, e.agentId(), e.from(), at), changes);
            case CallEvent.CallAnswered e -> answer(callSid, e.agentId(), at, changes);
            case CallEvent.CallKept e -> {
                releaseOthers(callSid, e.agentId(), released(message, "kept"), changes);
                if (!holds(callSid, e.agentId())) {
                    grant(
                            ClaimRow.granted(sequence, callSid, Kind.KEPT, e.agentId(), e.agentId(), at)
                                    .answered(e.answeredAt()),
                            changes);
                }
            }
            case CallEvent.ClaimReleased e ->
                release(callSid, e.agentId(), released(message, WireName.of(e.reason())), changes);
            case CallEvent.CallDeclined e -> release(callSid, e.agentId(), released(message, "declined"), changes);
            case CallEvent.RingCancelled e ->
                e.agentIds()
                        .forEach(agent -> release(callSid, agent, released(message, WireName.of(e.reason())), changes));
            case CallEvent.CallTransferred e -> release(callSid, e.from(), released(message, "transferred"), changes);
            case CallEvent.CallParked _ -> releaseAll(callSid, released(message, "parked"), changes);
            case CallEvent.VoicemailOffered _ -> releaseAll(callSid, released(message, "voicemail"), changes);
            case CallEvent.CallEnded _, CallEvent.CallRetired _ ->
                releaseAll(callSid, released(message, "ended"), changes);
            case CallEvent.CallReceived _,
                    CallEvent.CallRinging _,
                    CallEvent.ClaimantDialled _,
                    CallEvent.TransferReturned _,
                    CallEvent.CallForgotten _,
                    CallEvent.VoicemailRecorded _,
                    CallEvent.VoicemailTranscribed _,
                    CallEvent.VoicemailCompleted _,
                    CallEvent.HangUpStarted _,
                    CallEvent.TwimlHandedOut _,
                    CallEvent.CallControlDone _,
                    CallEvent.CallControlFailed _ -> {}
        }
    }

    /** Refusals that no event of the call tells of. */
    void apply(CommandRejected event, EventMessage message, Changes changes) {
        Cause cause = message.cause();
        Kind kind = kindOf(cause.commandType());
        if (kind != null) {
            String asked = cause.actor().id();
            changes.put(ClaimRow.refused(
                    message.sequence(),
                    cause.subject(),
                    kind,
                    kind == Kind.CLAIM ? asked : null,
                    asked,
                    event.reason(),
                    event.claimedBy(),
                    message.at()));
        }
    }

    private static @Nullable Kind kindOf(String commandType) {
        if (commandType.equals(AgentCommand.ClaimCall.class.getSimpleName())) {
            return Kind.CLAIM;
        }
        if (commandType.equals(AgentCommand.RetrieveCall.class.getSimpleName())) {
            return Kind.RETRIEVE;
        }
        return commandType.equals(AgentCommand.TransferCall.class.getSimpleName()) ? Kind.TRANSFER : null;
    }

    private boolean holds(String callSid, String agentId) {
        return held.getOrDefault(callSid, Map.of()).containsKey(agentId);
    }

    private void grant(ClaimRow row, Changes changes) {
        hold(row);
        changes.put(row);
    }

    private void hold(ClaimRow row) {
        held.computeIfAbsent(row.callSid(), _ -> new LinkedHashMap<>()).put(Objects.requireNonNull(row.agentId()), row);
    }

    private void answer(String callSid, String agentId, Instant at, Changes changes) {
        ClaimRow row = held.getOrDefault(callSid, Map.of()).get(agentId);
        if (row != null && row.answeredAt() == null) {
            grant(row.answered(at), changes);
        }
    }

    private static Release released(EventMessage message, String because) {
        return new Release(message.sequence(), message.at(), because);
    }

    private void release(String callSid, String agentId, Release release, Changes changes) {
        Map<String, ClaimRow> ofCall = held.get(callSid);
        if (ofCall == null) {
            return;
        }
        ClaimRow row = ofCall.remove(agentId);
        if (row != null) {
            changes.put(row.released(release));
        }
        if (ofCall.isEmpty()) {
            held.remove(callSid);
        }
    }

    private void releaseOthers(String callSid, String keeper, Release release, Changes changes) {
        List<String> others =
                new ArrayList<>(held.getOrDefault(callSid, Map.of()).keySet());
        others.remove(keeper);
        others.forEach(agent -> release(callSid, agent, release, changes));
    }

    private void releaseAll(String callSid, Release release, Changes changes) {
        Map<String, ClaimRow> ofCall = held.remove(callSid);
        if (ofCall != null) {
            ofCall.values().forEach(row -> changes.put(row.released(release)));
        }
    }
}
