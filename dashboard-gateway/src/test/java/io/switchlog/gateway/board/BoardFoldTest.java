package io.switchlog.gateway.board;

import static io.switchlog.gateway.Happenings.answered;
import static io.switchlog.gateway.Happenings.claimed;
import static io.switchlog.gateway.Happenings.declined;
import static io.switchlog.gateway.Happenings.ended;
import static io.switchlog.gateway.Happenings.received;
import static io.switchlog.gateway.Happenings.registered;
import static io.switchlog.gateway.Happenings.released;
import static io.switchlog.gateway.Happenings.ringCancelled;
import static io.switchlog.gateway.Happenings.ringing;
import static io.switchlog.gateway.Happenings.says;
import static io.switchlog.gateway.Happenings.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Event;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import io.switchlog.gateway.LogOfEvents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardFoldTest {

    private static final String CALL = "CA1";

    private final WorkspaceBoard board = new WorkspaceBoard("demo");
    private final LogOfEvents log = new LogOfEvents("demo");

    @Test
    void is_empty_before_the_first_event() {
        assertThat(board.snapshot()).isEqualTo(new Board("demo", 0, List.of(), List.of(), RoutingSettings.DEFAULTS));
    }

    @Test
    void a_new_agent_is_away_and_not_ready() {
        given(registered("ann"));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AWAY);
        assertThat(agent("ann").readiness()).isZero();
    }

    @Test
    void an_available_agent_with_a_free_place_is_ready() {
        given(registered("ann"), says("ann", Availability.AVAILABLE));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").readiness()).isEqualTo(100);
        assertThat(agent("ann").since()).isEqualTo(LogOfEvents.at(2));
    }

    @Test
    void an_agent_who_is_described_anew_keeps_all_else() {
        given(registered("ann"), says("ann", Availability.AVAILABLE));

        when(new AgentRegistered("ann", "Ann Other", Role.SUPERVISOR, 3));

        assertThat(agent("ann").name()).isEqualTo("Ann Other");
        assertThat(agent("ann").role()).isEqualTo(Role.SUPERVISOR);
        assertThat(agent("ann").availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void operators_are_not_on_the_board() {
        given(registered("ann"), new AgentRegistered("olga", "Olga", Role.OPERATOR, 1));

        assertThat(board.snapshot().agents()).extracting(BoardAgent::agentId).containsExactly("ann");
    }

    @Test
    void a_call_that_is_being_hung_up_keeps_its_agent_until_it_is_over() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        when(new HangUpStarted(CALL, "sam", "ann"));
        assertThat(call(CALL).stage()).isEqualTo(new BoardCall.Stage.Ending("ann"));
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);

        when(ended(CALL));
        assertThat(board.snapshot().calls()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void a_call_rings_for_the_agents_of_its_last_attempt_only() {
        givenAgents("ann", "bob", "carol");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"));

        BoardChange change = when(ringing(CALL, 2, "bob", "carol"));

        assertThat(call(CALL).offeredTo()).containsExactly("bob", "carol");
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.RINGING);
        assertThat(agent("carol").offeredCallSids()).containsExactly(CALL);
        assertThat(change.agents()).extracting(BoardAgent::agentId).containsExactly("ann", "carol");
    }

    @Test
    void rings_since_its_first_attempt() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), ringing(CALL, 2, "bob"));

        assertThat(call(CALL).since()).isEqualTo(call(CALL).receivedAt()).isEqualTo(LogOfEvents.at(5));
    }

    @Test
    void a_decline_takes_the_call_from_that_agent_alone() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"));

        BoardChange change = when(declined(CALL, "ann"));

        assertThat(call(CALL).offeredTo()).containsExactly("bob");
        assertThat(call(CALL).declinedBy()).containsExactly("ann");
        assertThat(agent("ann").offeredCallSids()).isEmpty();
        assertThat(change.agents()).extracting(BoardAgent::agentId).containsExactly("ann");
    }

    @Test
    void a_granted_claim_makes_the_call_active_and_clears_every_other_screen() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"));

        BoardChange change = when(claimed(CALL, "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new BoardCall.Stage.Active("ann", null));
        assertThat(call(CALL).offeredTo()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("ann").callSids()).containsExactly(CALL);
        assertThat(agent("ann").readiness()).isZero();
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(change.calls()).containsExactly(call(CALL));
        assertThat(change.agents()).containsExactlyInAnyOrder(agent("ann"), agent("bob"));
    }

    @Test
    void a_repeated_grant_changes_nothing() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        Board before = board.snapshot();

        BoardChange change = when(new ClaimGranted(CALL, "ann", ClaimedVia.CLICK, 10, 7L));

        assertThat(change).isEqualTo(new BoardChange(List.of(), List.of(), List.of(), null));
        assertThat(board.snapshot().calls()).isEqualTo(before.calls());
        assertThat(board.snapshot().sequence()).isEqualTo(before.sequence() + 1);
    }

    @Test
    void a_claim_leaves_other_calls_ringing_for_the_claimant_until_the_log_says_otherwise() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"), received("CA2"), ringing("CA2", 1, "ann", "bob"));

        when(claimed(CALL, "ann"));
        assertThat(call("CA2").offeredTo()).containsExactly("ann", "bob");

        when(ringCancelled("CA2", "ann"));
        assertThat(call("CA2").offeredTo()).containsExactly("bob");
        assertThat(agent("ann").offeredCallSids()).isEmpty();
        assertThat(agent("bob").offeredCallSids()).containsExactly("CA2");
    }

    @Test
    void is_answered_when_the_agents_leg_is_up() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), new ClaimantDialled(CALL, 2, "ann"));

        when(answered(CALL, "ann"));

        assertThat(call(CALL).stage())
                .isEqualTo(new BoardCall.Stage.Active(
                        "ann", LogOfEvents.at(board.snapshot().sequence())));
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(call(CALL).since()).isEqualTo(LogOfEvents.at(5));
    }

    @Test
    void a_released_claim_frees_the_agent_and_the_call_rings_again() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"), claimed(CALL, "ann"));

        when(released(CALL, "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new BoardCall.Stage.Ringing(List.of()));
        assertThat(call(CALL).agentId()).isNull();
        assertThat(agent("ann").callSids()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);

        when(ringing(CALL, 2, "bob"));
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.RINGING);
    }

    @Test
    void a_call_in_voicemail_rings_for_nobody() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"));

        when(voicemail(CALL, 2));
        when(new VoicemailRecorded(CALL, "RE1", 7));

        assertThat(call(CALL).stage()).isEqualTo(new BoardCall.Stage.Voicemail());
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void an_ended_call_leaves_the_board_and_frees_its_agent() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        BoardChange change = when(ended(CALL));

        assertThat(board.snapshot().calls()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(change.gone()).containsExactly(CALL);
        assertThat(change.agents()).containsExactly(agent("ann"));
    }

    @Test
    void a_call_that_ends_while_it_rings_stops_ringing() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"));

        when(ended(CALL));

        assertThat(board.snapshot().agents()).extracting(BoardAgent::state).containsOnly(BoardAgent.State.AVAILABLE);
    }

    @Test
    void what_comes_after_the_end_of_a_call_does_not_bring_it_back() {
        givenAgents("ann");
        given(received(CALL), ended(CALL));

        when(ringing(CALL, 2, "ann"));
        when(claimed(CALL, "ann"));
        when(voicemail(CALL, 3));

        assertThat(board.snapshot().calls()).isEmpty();
        assertThat(agent("ann").callSids()).isEmpty();
    }

    @Test
    void shows_an_instruction_that_failed_until_a_later_one_has_worked() {
        given(received(CALL));

        when(new CallControlFailed(CALL, 7, 20429, "too many requests"));
        assertThat(call(CALL).controlFailure())
                .isEqualTo(new BoardCall.ControlFailure(7, 20429, "too many requests", LogOfEvents.at(2)));

        when(new CallControlDone(CALL, 6, CallControlOutcome.SUPERSEDED));
        assertThat(call(CALL).controlFailure()).isNotNull();

        when(new CallControlDone(CALL, 9, CallControlOutcome.FETCHED));
        assertThat(call(CALL).controlFailure()).isNull();
    }

    @Test
    void knows_the_settings() {
        RoutingSettings settings = new RoutingSettings(60, 20, true, "Hello", 30, 5);

        when(new RoutingConfigured(settings));

        assertThat(board.snapshot().settings()).isEqualTo(settings);
    }

    @Test
    void orders_calls_by_their_time_and_agents_by_their_id() {
        given(registered("carol"), registered("ann"), registered("bob"), received("CA9"), received("CA5"));

        assertThat(board.snapshot().agents()).extracting(BoardAgent::agentId).containsExactly("ann", "bob", "carol");
        assertThat(board.snapshot().calls()).extracting(BoardCall::callSid).containsExactly("CA9", "CA5");
    }

    @Test
    void events_that_change_nothing_move_the_sequence_alone() {
        given(received(CALL));
        Board before = board.snapshot();

        when(new TwimlHandedOut(CALL, 1));
        when(new CommandIgnored(IgnoreReason.NO_CHANGE));

        assertThat(board.snapshot())
                .isEqualTo(
                        new Board("demo", before.sequence() + 2, before.agents(), before.calls(), before.settings()));
    }

    @Test
    void whoever_replaces_what_the_changes_name_has_the_board() {
        givenAgents("ann", "bob");
        ReplacingClient client = new ReplacingClient(board.snapshot());

        Stream.of(
                        received(CALL),
                        ringing(CALL, 1, "ann", "bob"),
                        received("CA2"),
                        ringing("CA2", 1, "ann"),
                        declined(CALL, "bob"),
                        claimed(CALL, "ann"),
                        ringCancelled("CA2", "ann"),
                        answered(CALL, "ann"),
                        voicemail("CA2", 2),
                        ended("CA2"),
                        ended(CALL))
                .forEach(event -> {
                    client.replace(when(event));
                    assertThat(client.board())
                            .usingRecursiveComparison()
                            .ignoringFields("sequence")
                            .isEqualTo(board.snapshot());
                });
    }

    private void givenAgents(String... agentIds) {
        for (String agentId : agentIds) {
            given(registered(agentId), says(agentId, Availability.AVAILABLE));
        }
    }

    private void given(Event... events) {
        Stream.of(events).forEach(this::when);
    }

    private BoardChange when(Event event) {
        return board.apply(log.next(event));
    }

    private BoardCall call(String callSid) {
        return board.snapshot().calls().stream()
                .filter(call -> call.callSid().equals(callSid))
                .findFirst()
                .orElseThrow();
    }

    private BoardAgent agent(String agentId) {
        return board.snapshot().agents().stream()
                .filter(agent -> agent.agentId().equals(agentId))
                .findFirst()
                .orElseThrow();
    }
}
