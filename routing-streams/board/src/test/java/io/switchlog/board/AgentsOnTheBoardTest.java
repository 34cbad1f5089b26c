package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.says;
import static io.switchlog.board.Happenings.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentEvent.AgentRegistered;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Role;
import org.junit.jupiter.api.Test;

class AgentsOnTheBoardTest extends BoardTest {

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
        assertThat(agent("ann").readiness()).isZero();
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
