package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.forgotten;
import static io.switchlog.board.Happenings.kept;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.parkedForgotten;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.retrieved;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkingTest extends BoardTest {

    private static final Instant PARKED_AT = LogOfEvents.at(42);

    @BeforeEach
    void ann_talks() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
    }

    @Test
    void a_parked_call_is_nobodys_and_tells_who_parked_it() {
        when(parked(CALL, 2, "ann", PARKED_AT));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Parked());
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(call(CALL).since()).isEqualTo(PARKED_AT);
        assertThat(call(CALL).agentId()).isNull();
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, false));
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").callSids()).isEmpty();
    }

    @Test
    void who_retrieves_a_call_for_themselves_is_connecting_until_they_answer() {
        given(parked(CALL, 2, "ann", PARKED_AT));

        when(retrieved(CALL, 3, "bob", "bob"));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("bob", null));
        assertThat(call(CALL).offeredTo()).isEmpty();
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, false));
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.ON_CALL);
        Instant retrievedAt = now();

        when(answered(CALL, "bob"));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("bob", now()));
        assertThat(call(CALL).since()).isEqualTo(retrievedAt);
        assertThat(call(CALL).parking()).isNull();
    }

    @Test
    void a_call_that_is_retrieved_for_another_rings_for_them_and_reserves_nobody() {
        given(parked(CALL, 2, "ann", PARKED_AT));

        when(retrieved(CALL, 3, "bob", "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Transferring("bob", "ann"));
        assertThat(call(CALL).offeredTo()).containsExactly("bob");
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.RINGING);
        assertThat(agent("bob").callSids()).containsExactly(CALL);
        assertThat(agent("ann").reservedCallSids()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void a_call_that_nobody_took_is_back_in_its_place() {
        given(parked(CALL, 2, "ann", PARKED_AT), retrieved(CALL, 3, "bob", "ann"));

        whenDecided(declined(CALL, "bob"), parked(CALL, 4, "ann", PARKED_AT));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Parked());
        assertThat(call(CALL).since()).isEqualTo(PARKED_AT);
        assertThat(call(CALL).declinedBy()).containsExactly("bob");
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void one_who_retrieved_and_did_not_come_up_has_it_no_more() {
        given(parked(CALL, 2, "ann", PARKED_AT), retrieved(CALL, 3, "bob", "bob"));

        when(ringCancelled(CALL, "bob"));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Ringing(List.of()));
        assertThat(agent("bob").callSids()).isEmpty();
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);

        when(parked(CALL, 4, "ann", PARKED_AT));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Parked());
    }

    @Test
    void a_forgotten_call_stays_in_the_lot_when_there_is_nobody_to_ring() {
        given(parked(CALL, 2, "ann", PARKED_AT));

        when(forgotten(CALL, "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Parked());
        assertThat(call(CALL).since()).isEqualTo(PARKED_AT);
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, true));
    }

    @Test
    void a_forgotten_call_that_rings_still_tells_where_it_was_parked() {
        given(parked(CALL, 2, "ann", PARKED_AT));

        whenDecided(forgotten(CALL, "ann"), ringing(CALL, 3, "ann"));
        assertThat(call(CALL).offeredTo()).containsExactly("ann");
        assertThat(call(CALL).since()).isEqualTo(now());
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, true));

        when(claimed(CALL, "ann"));
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, true));
        when(released(CALL, "ann"));
        assertThat(call(CALL).parking()).isNotNull();

        when(parkedForgotten(CALL, 4, "ann", PARKED_AT));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Parked());
        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", PARKED_AT, true));
    }

    @Test
    void who_could_not_be_parked_talks_on_as_before() {
        Instant answeredAt = now();
        given(parked(CALL, 2, "ann", PARKED_AT));

        when(kept(CALL, 1, "ann", answeredAt));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("ann", answeredAt));
        assertThat(call(CALL).step()).isEqualTo(1);
        assertThat(call(CALL).since()).isEqualTo(answeredAt);
        assertThat(call(CALL).parking()).isNull();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.ON_CALL);
    }
}
