package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingingAndClaimsTest extends BoardTest {

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

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("ann", null));
        assertThat(call(CALL).offeredTo()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("ann").callSids()).containsExactly(CALL);
        assertThat(agent("ann").readiness().capacity()).isZero();
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(change.calls()).containsExactly(call(CALL));
        assertThat(change.agents()).containsExactlyInAnyOrder(agent("ann"), agent("bob"));
    }

    @Test
    void a_repeated_grant_changes_nothing() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        Board before = snapshot();

        BoardChange change = when(new ClaimGranted(CALL, "ann", ClaimedVia.CLICK, 10, 7L));

        assertThat(change).isEqualTo(new BoardChange(List.of(), List.of(), List.of(), null));
        assertThat(snapshot().calls()).isEqualTo(before.calls());
        assertThat(snapshot().sequence()).isEqualTo(before.sequence() + 1);
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
                .isEqualTo(new Stage.Active("ann", LogOfEvents.at(snapshot().sequence())));
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(call(CALL).since()).isEqualTo(LogOfEvents.at(5));
    }

    @Test
    void a_released_claim_frees_the_agent_and_the_call_rings_again() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"), claimed(CALL, "ann"));

        when(released(CALL, "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Ringing(List.of()));
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

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Voicemail());
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void who_goes_on_with_another_leg_has_answered_before() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        BoardCall before = call(CALL);

        when(answered(CALL, "ann"));

        assertThat(call(CALL)).isEqualTo(before);
    }
}
