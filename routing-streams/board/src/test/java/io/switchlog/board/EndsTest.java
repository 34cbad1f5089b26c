package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.transferred;
import static io.switchlog.board.Happenings.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.HangUpStarted;
import org.junit.jupiter.api.Test;

class EndsTest extends BoardTest {

    @Test
    void a_call_that_is_being_hung_up_keeps_its_agent_until_it_is_over() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        when(new HangUpStarted(CALL, "sam", "ann"));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Ending("ann"));
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);

        when(ended(CALL));
        assertThat(snapshot().calls()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void an_ended_call_leaves_the_board_and_frees_its_agent() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));

        BoardChange change = when(ended(CALL));

        assertThat(snapshot().calls()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(change.gone()).containsExactly(CALL);
        assertThat(change.agents()).containsExactly(agent("ann"));
    }

    @Test
    void a_call_that_ends_while_it_rings_stops_ringing() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann", "bob"));

        when(ended(CALL));

        assertThat(snapshot().agents()).extracting(BoardAgent::state).containsOnly(BoardAgent.State.AVAILABLE);
    }

    @Test
    void what_comes_after_the_end_of_a_call_does_not_bring_it_back() {
        givenAgents("ann");
        given(received(CALL), ended(CALL));

        when(ringing(CALL, 2, "ann"));
        when(claimed(CALL, "ann"));
        when(voicemail(CALL, 3));

        assertThat(snapshot().calls()).isEmpty();
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
    void the_end_of_a_call_that_is_handed_over_frees_both_agents() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        given(transferred(CALL, 2, "bob", "ann"));

        when(ended(CALL));

        assertThat(snapshot().agents()).extracting(BoardAgent::state).containsOnly(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").reservedCallSids()).isEmpty();
        assertThat(agent("bob").callSids()).isEmpty();
    }

    @Test
    void a_parked_call_can_end() {
        givenAgents("ann");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
        given(parked(CALL, 2, "ann", now()));

        when(new HangUpStarted(CALL, "ann", null));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Ending(null));

        when(ended(CALL));
        assertThat(snapshot().calls()).isEmpty();
    }
}
