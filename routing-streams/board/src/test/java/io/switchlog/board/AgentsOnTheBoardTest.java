package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.heard;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.says;
import static io.switchlog.board.Happenings.silent;
import static io.switchlog.board.Happenings.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Presence;
import io.switchlog.contract.Role;
import org.junit.jupiter.api.Test;

class AgentsOnTheBoardTest extends BoardTest {

    @Test
    void a_new_agent_is_away_and_not_ready() {
        given(registered("ann"));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AWAY);
        assertThat(agent("ann").readiness().passes()).isFalse();
    }

    @Test
    void who_says_that_they_are_available_is_shown_so_but_ready_is_who_is_proven_to_be_there() {
        given(registered("ann"), says("ann", Availability.AVAILABLE));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").since()).isEqualTo(LogOfEvents.at(2));
        assertThat(agent("ann").readiness().passes()).isFalse();

        when(heard("ann"));
        assertThat(agent("ann").readiness().score()).isEqualTo(100);
        assertThat(agent("ann").since()).isEqualTo(LogOfEvents.at(2));
    }

    @Test
    void who_is_not_heard_any_more_is_offline_and_comes_back_as_they_were() {
        given(registered("ann"), says("ann", Availability.AVAILABLE), heard("ann"));

        when(silent("ann"));
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.OFFLINE);
        assertThat(agent("ann").since()).isEqualTo(now());

        when(heard("ann"));
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").since()).isEqualTo(now());
    }

    @Test
    void who_is_not_heard_any_more_and_still_talks_is_on_a_call() {
        given(registered("ann"), says("ann", Availability.AVAILABLE), heard("ann"));
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        when(silent("ann"));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("ann").presence()).isEqualTo(Presence.DISCONNECTED);
    }

    @Test
    void rings_that_are_missed_in_a_row_are_counted_until_the_agent_shows_themselves() {
        given(registered("ann"), says("ann", Availability.AVAILABLE), heard("ann"), received(CALL));
        for (int step = 1; step <= 4; step++) {
            given(ringing(CALL, step, "ann"), ringCancelled(CALL, "ann"));
        }
        assertThat(agent("ann").missedRings()).isEqualTo(3);
        assertThat(agent("ann").readiness().passes()).isFalse();

        given(ringing(CALL, 5, "ann"));
        when(declined(CALL, "ann"));
        assertThat(agent("ann").missedRings()).isZero();

        given(ringing(CALL, 6, "ann"), ringCancelled(CALL, "ann"), ringing(CALL, 7, "ann"));
        when(claimed(CALL, "ann"));
        assertThat(agent("ann").missedRings()).isZero();

        given(released(CALL, "ann"), ringing(CALL, 8, "ann"), ringCancelled(CALL, "ann"));
        when(heard("ann"));
        assertThat(agent("ann").missedRings()).isZero();

        given(ringing(CALL, 9, "ann"), ringCancelled(CALL, "ann"));
        when(says("ann", Availability.AVAILABLE));
        assertThat(agent("ann").missedRings()).isZero();
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

        assertThat(snapshot().agents()).extracting(BoardAgent::agentId).containsExactly("ann");
    }

    @Test
    void an_agent_whose_call_is_handed_over_is_reserved_and_has_no_free_place() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        when(transferred(CALL, 2, "bob", "ann"));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.RESERVED);
        assertThat(agent("ann").since()).isEqualTo(now());
        assertThat(agent("ann").freeCapacity()).isZero();
        assertThat(agent("ann").readiness().passes()).isFalse();
    }

    @Test
    void an_agent_who_talks_is_on_a_call_even_while_another_call_is_handed_to_them() {
        given(new AgentRegistered("ann", "Ann", Role.AGENT, 2), says("ann", Availability.AVAILABLE));
        givenAgents("bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        given(received("CA2"), ringing("CA2", 1, "bob"), claimed("CA2", "bob"), answered("CA2", "bob"));

        when(transferred("CA2", 2, "ann", "bob"));

        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("ann").callSids()).containsExactly(CALL, "CA2");
        assertThat(agent("ann").offeredCallSids()).containsExactly("CA2");
        assertThat(agent("ann").freeCapacity()).isZero();
    }
}
