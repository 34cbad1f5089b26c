package io.switchlog.board;

import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event means for a board. It looks at the board before and changes nothing itself.
 *
 * <p>Which calls an agent holds, is offered or is reserved for is never written down by an event's rule: it follows from the calls, see
 * {@link #replace}.
 */
final class BoardFold {

    /** The board as it was before the event. */
    interface Before {
        @Nullable
        BoardCall call(String callSid);

        @Nullable
        BoardAgent agent(String agentId);
    }

    private final Before before;
    private final Instant at;
    private final Map<String, BoardCall> calls = new LinkedHashMap<>();
    private final List<String> gone = new ArrayList<>();
    private final Map<String, BoardAgent> agents = new LinkedHashMap<>();
    private @Nullable RoutingSettings settings;

    private BoardFold(Before before, Instant at) {
        this.before = before;
        this.at = at;
    }

    static BoardChange changeBy(EventMessage message, Before before) {
        BoardFold fold = new BoardFold(before, message.at());
        switch (message.event()) {
            case CallEvent event -> fold.call(event);
            case AgentEvent event -> fold.agent(event);
            case WorkspaceEvent.RoutingConfigured event -> fold.settings = event.settings();
            case CommandEvent _ -> {}
        }
        return new BoardChange(
                List.copyOf(fold.calls.values()),
                List.copyOf(fold.gone),
                List.copyOf(fold.agents.values()),
                fold.settings);
    }

    private void call(CallEvent event) {
        String callSid = event.callSid();
        switch (event) {
            case CallEvent.CallReceived e -> replace(null, BoardCall.received(callSid, e.from(), e.to(), at));
            case CallEvent.CallRinging e ->
                change(callSid, call -> call.atStep(e.step()).ringing(e.agentIds(), at));
            case CallEvent.CallDeclined e -> {
                change(callSid, call -> call.declinedBy(e.agentId()).ringingWithout(List.of(e.agentId()), at));
                changeAgent(e.agentId(), BoardAgent::shown);
            }
            case CallEvent.ClaimGranted e -> {
                if (e.repeats() == null) {
                    change(callSid, call -> call.claimedBy(e.agentId(), at));
                    changeAgent(e.agentId(), BoardAgent::shown);
                }
            }
            case CallEvent.ClaimReleased _ -> change(callSid, call -> call.ringing(List.of(), at));
            case CallEvent.RingCancelled e -> {
                change(callSid, call -> call.ringingWithout(e.agentIds(), at));
                if (e.reason() == CallEvent.RingCancelReason.NO_ANSWER) {
                    e.agentIds().forEach(agentId -> changeAgent(agentId, BoardAgent::missingRing));
                }
            }
            case CallEvent.ClaimantDialled e -> change(callSid, call -> call.atStep(e.step()));
            case CallEvent.CallAnswered e -> change(callSid, call -> call.answeredBy(e.agentId(), at));
            case CallEvent.CallParked e ->
                change(
                        callSid,
                        call -> call.atStep(e.step())
                                .parked(new BoardCall.Parking(e.agentId(), e.parkedAt(), e.forgotten())));
            case CallEvent.CallRetrieved e -> change(callSid, call -> retrieved(call.atStep(e.step()), e));
            case CallEvent.TransferStarted e ->
                change(callSid, call -> call.atStep(e.step()).handedTo(e.agentId(), e.from(), at));
            case CallEvent.TransferReturned e ->
                change(callSid, call -> call.atStep(e.step()).handedTo(e.agentId(), null, at));
            case CallEvent.CallForgotten _ -> change(callSid, BoardCall::forgotten);
            case CallEvent.CallKept e ->
                change(callSid, call -> call.atStep(e.step()).keptBy(e.agentId(), e.answeredAt()));
            case CallEvent.VoicemailOffered e ->
                change(callSid, call -> call.atStep(e.step()).inVoicemail(at));
            case CallEvent.HangUpStarted e -> change(callSid, call -> call.ending(e.agentId(), at));
            case CallEvent.CallEnded _, CallEvent.CallRetired _ -> remove(callSid);
            case CallEvent.CallControlFailed e ->
                change(
                        callSid,
                        call -> call.withControlFailure(
                                new BoardCall.ControlFailure(e.instruction(), e.errorCode(), e.detail(), at)));
            case CallEvent.CallControlDone e -> change(callSid, call -> call.withControlDone(e.instruction()));
            case CallEvent.ClaimRejected _,
                    CallEvent.CallTransferred _,
                    CallEvent.VoicemailRecorded _,
                    CallEvent.VoicemailTranscribed _,
                    CallEvent.VoicemailCompleted _,
                    CallEvent.TwimlHandedOut _ -> {}
        }
    }

    private BoardCall retrieved(BoardCall call, CallEvent.CallRetrieved event) {
        return event.requestedBy().equals(event.agentId())
                ? call.claimedBy(event.agentId(), at)
                : call.handedTo(event.agentId(), event.requestedBy(), at);
    }

    private void agent(AgentEvent event) {
        BoardAgent known = before.agent(event.agentId());
        switch (event) {
            case AgentEvent.AgentRegistered e -> {
                // Operators take no calls, so the board does not show them; nobody becomes one who was not.
                if (e.role() != Role.OPERATOR) {
                    BoardAgent registered = known == null
                            ? BoardAgent.registered(e.agentId(), e.name(), e.role(), e.maxConcurrentCalls(), at)
                            : known.describedAs(e.name(), e.role(), e.maxConcurrentCalls());
                    agents.put(e.agentId(), registered);
                }
            }
            case AgentEvent.AgentAvailabilityChanged e ->
                changeAgent(e.agentId(), agent -> agent.saying(e.status(), e.reason(), at));
            case AgentEvent.AgentConnected e ->
                changeAgent(e.agentId(), agent -> agent.connected(e.deviceConnected(), at));
            case AgentEvent.AgentDisconnected e -> changeAgent(e.agentId(), agent -> agent.disconnected(at));
        }
    }

    private void changeAgent(String agentId, UnaryOperator<BoardAgent> rule) {
        BoardAgent agent = agentNow(agentId);
        if (agent != null) {
            BoardAgent after = rule.apply(agent);
            if (!after.equals(agent)) {
                agents.put(agentId, after);
            }
        }
    }

    /** As this event has changed them so far. */
    private @Nullable BoardAgent agentNow(String agentId) {
        BoardAgent changed = agents.get(agentId);
        return changed == null ? before.agent(agentId) : changed;
    }

    private void change(String callSid, UnaryOperator<BoardCall> rule) {
        BoardCall call = before.call(callSid);
        if (call == null) {
            return; // Over already: the log may still tell of its messages and instructions.
        }
        BoardCall after = rule.apply(call);
        if (!after.equals(call)) {
            replace(call, after);
        }
    }

    private void remove(String callSid) {
        BoardCall call = before.call(callSid);
        if (call != null) {
            gone.add(callSid);
            updateAgents(call, null);
        }
    }

    private void replace(@Nullable BoardCall old, BoardCall after) {
        calls.put(after.callSid(), after);
        updateAgents(old, after);
    }

    private void updateAgents(@Nullable BoardCall old, @Nullable BoardCall after) {
        Set<String> involved = new LinkedHashSet<>(involved(old));
        involved.addAll(involved(after));
        String callSid = Objects.requireNonNull(after == null ? old : after).callSid();
        for (String agentId : involved) {
            boolean holds = after != null && after.isHeldBy(agentId);
            boolean rings = after != null && after.offeredTo().contains(agentId);
            boolean reserved = after != null && after.isReservedFor(agentId);
            changeAgent(agentId, agent -> agent.regarding(callSid, holds, rings, reserved, at));
        }
    }

    private static Set<String> involved(@Nullable BoardCall call) {
        Set<String> involved = new LinkedHashSet<>();
        if (call != null) {
            involved.addAll(call.offeredTo());
            Stream.of(Optional.ofNullable(call.agentId()), Optional.ofNullable(call.reservedAgentId()))
                    .flatMap(Optional::stream)
                    .forEach(involved::add);
        }
        return involved;
    }
}
