package io.switchlog.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.contract.AgentEvent;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallReceived;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WorkspaceEvent;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Stage;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What must hold after each decision, whatever was decided. Who holds a call is kept here a second time, from the events
 * alone, so that the state is not its own judge.
 */
final class Invariants {

    private final TreeSet<String> callSids = new TreeSet<>();
    private final Map<String, String> holders = new TreeMap<>();

    /** Before the workspace accepts the decision. */
    void checkDecision(Workspace before, CommandMessage message, Decision decision) {
        String told = message + " -> " + decision.events();
        long last = before.head().sequence() + decision.events().size();
        boolean isSignOfLife = message.command() instanceof SendHeartbeat || message.command() instanceof CloseStream;
        assertThat(decision.events().isEmpty() && !isSignOfLife)
                .as("nothing is decided by %s, though even a refusal is a fact", message)
                .isFalse();
        assertThat(decision.firstSequence()).as(told).isEqualTo(before.head().sequence() + 1);
        assertThat(decision.changes().head().sequence()).as(told).isEqualTo(last);
        assertThat(decision.at())
                .as("time of %s", told)
                .isAfterOrEqualTo(before.head().now());
        assertThat(decision.changes().head().now()).as(told).isEqualTo(decision.at());
        for (Event event : decision.events()) {
            follow(event, told);
            if (event instanceof ClaimGranted granted && granted.repeats() == null) {
                Agent winner =
                        Objects.requireNonNull(decision.changes().agents().get(granted.agentId()));
                assertThat(winner.callSids())
                        .as("calls of %s after %s", granted.agentId(), told)
                        .hasSizeLessThanOrEqualTo(winner.maxConcurrentCalls());
            }
        }
    }

    private void follow(Event event, String told) {
        switch (event) {
            case CallReceived e -> callSids.add(e.callSid());
            case ClaimGranted e
            when e.repeats() == null ->
                assertThat(holders.put(e.callSid(), e.agentId()))
                        .as("who held it before %s", told)
                        .isNull();
            case ClaimGranted e -> assertThat(holders.get(e.callSid())).as(told).isEqualTo(e.agentId());
            case ClaimRejected e
            when e.reason() == RefusalReason.ALREADY_CLAIMED ->
                assertThat(e.claimedBy()).as(told).isEqualTo(holders.get(e.callSid()));
            case CallRetrieved e ->
                assertThat(holders.put(e.callSid(), e.agentId()))
                        .as("who held it before %s", told)
                        .isNull();
            case TransferStarted e ->
                assertThat(holders.put(e.callSid(), e.agentId()))
                        .as("who held it before %s", told)
                        .isEqualTo(e.from());
            case TransferReturned e ->
                assertThat(holders.put(e.callSid(), e.agentId()))
                        .as("who held it before %s", told)
                        .isNull();
            // Park and keep move a call from whoever has it; a target that did not take it loses it before.
            case CallParked e -> holders.remove(e.callSid());
            case CallKept e -> holders.put(e.callSid(), e.agentId());
            case HangUpStarted e -> {
                if (e.agentId() == null) {
                    holders.remove(e.callSid());
                } else {
                    holders.put(e.callSid(), e.agentId());
                }
            }
            case CallDeclined e -> holders.remove(e.callSid(), e.agentId());
            case RingCancelled e -> e.agentIds().forEach(agentId -> holders.remove(e.callSid(), agentId));
            case ClaimReleased e ->
                assertThat(holders.remove(e.callSid())).as(told).isEqualTo(e.agentId());
            case CallEnded e -> {
                assertThat(holders.remove(e.callSid())).as(told).isEqualTo(e.agentId());
                callSids.add(e.callSid());
            }
            case CommandRejected e -> assertThat(e.reason()).as(told).isNotEqualTo(RefusalReason.INTERNAL_ERROR);
            case CallEvent _, AgentEvent _, WorkspaceEvent _, CommandEvent _ -> {}
        }
    }

    /** After the workspace has accepted the decision. */
    void checkState(Workspace workspace) {
        List<Call> calls = calls(workspace);
        calls.forEach(call -> checkCall(workspace, call));
        workspace.agents().forEach(agent -> checkAgent(agent, calls));
        List<Timer> timers = Stream.concat(
                        calls.stream().map(Call::timer),
                        StreamSupport.stream(workspace.agents().spliterator(), false)
                                .map(Agent::timer))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        assertThat(workspace.timersDue(Instant.MAX)).isEqualTo(timers);
    }

    private void checkCall(Workspace workspace, Call call) {
        assertThat(call.stage().holder()).as("holder of %s", call).isEqualTo(holders.get(call.callSid()));
        assertThat(call.step() > 0 || wasNotReceived(call.stage()))
                .as("%s was decided upon", call)
                .isTrue();
        switch (call.stage()) {
            case Stage.Ringing ringing -> {
                assertThat(ringing.ringingAgentIds())
                        .as("who is rung by %s", call)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(10)
                        .doesNotHaveDuplicates()
                        .noneMatch(call.asked().declinedBy()::contains)
                        .noneMatch(call.asked().releasedFrom()::contains);
                ringing.ringingAgentIds()
                        .forEach(agentId -> checkMayRing(Objects.requireNonNull(workspace.agent(agentId))));
                assertThat(call.timer()).as("timer of %s", call).isNotNull();
            }
            case Stage.Parked _ -> {
                assertThat(call.parking()).as("place of %s", call).isNotNull();
                assertThat(call.timer()).as("timer of %s", call).isNotNull();
            }
            case Stage.Connecting _, Stage.HandedOver _, Stage.Ended _ ->
                assertThat(call.timer()).as("timer of %s", call).isNotNull();
            case Stage.Ending ending ->
                assertThat(call.timer() == null)
                        .as("an instruction is under way for %s, or a timer will ask for the next", ending)
                        .isEqualTo(call.instruction() != null);
            case Stage.Talking _, Stage.InVoicemail _ -> {
                assertThat(call.timer()).as("timer of %s", call).isNull();
                assertThat(call.parking()).as("place of %s in the lot", call).isNull();
            }
            case Stage.Unplaced _ -> throw new AssertionError(call + " is nowhere");
        }
    }

    private static boolean wasNotReceived(Stage stage) {
        return stage instanceof Stage.Ended ended && ended.reason() == EndReason.NOT_RECEIVED;
    }

    private static void checkMayRing(Agent agent) {
        assertThat(agent.takesCalls()).as("%s takes calls", agent).isTrue();
        assertThat(agent.availability()).as("%s is rung", agent).isEqualTo(Availability.AVAILABLE);
    }

    private static void checkAgent(Agent agent, List<Call> calls) {
        assertThat(agent.callSids())
                .as("calls held by %s", agent)
                .containsExactlyInAnyOrderElementsOf(calls.stream()
                        .filter(call -> agent.agentId().equals(call.stage().holder()))
                        .map(Call::callSid)
                        .toList());
        assertThat(agent.reservedCallSids())
                .as("calls that %s is handing over", agent)
                .containsExactlyInAnyOrderElementsOf(calls.stream()
                        .filter(call -> agent.agentId().equals(call.stage().reserved()))
                        .map(Call::callSid)
                        .toList());
        assertThat(agent.offeredCallSids())
                .as("calls that ring %s", agent)
                .containsExactlyInAnyOrderElementsOf(calls.stream()
                        .filter(call ->
                                call.stage() instanceof Stage.Ringing ringing && ringing.ringsFor(agent.agentId()))
                        .map(Call::callSid)
                        .toList());
    }

    private List<Call> calls(Workspace workspace) {
        List<Call> calls = new ArrayList<>();
        for (String callSid : callSids) {
            Call call = workspace.call(callSid);
            if (call != null) {
                calls.add(call);
            }
        }
        return calls;
    }
}
