package io.switchlog.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.arrived;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.declined;
import static io.switchlog.board.Happenings.kept;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.returned;
import static io.switchlog.board.Happenings.ringCancelled;
import static io.switchlog.board.Happenings.ringing;
import static io.switchlog.board.Happenings.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.HangUpStarted;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest extends BoardTest {

    @BeforeEach
    void ann_talks() {
        givenAgents("ann", "bob");
        given(received(CALL), ringing(CALL, 1, "ann"), claimed(CALL, "ann"), answered(CALL, "ann"));
    }

    @Test
    void a_call_that_is_handed_over_is_its_targets_and_rings_for_them_alone() {
        BoardChange change = when(transferred(CALL, 2, "bob", "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Transferring("bob", "ann"));
        assertThat(call(CALL).step()).isEqualTo(2);
        assertThat(call(CALL).since()).isEqualTo(now());
        assertThat(call(CALL).agentId()).isEqualTo("bob");
        assertThat(call(CALL).offeredTo()).containsExactly("bob");
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.RINGING);
        assertThat(agent("bob").callSids()).containsExactly(CALL);
        assertThat(agent("bob").offeredCallSids()).containsExactly(CALL);
        assertThat(agent("ann").callSids()).isEmpty();
        assertThat(agent("ann").reservedCallSids()).containsExactly(CALL);
        assertThat(change.agents()).containsExactlyInAnyOrder(agent("ann"), agent("bob"));
    }

    @Test
    void who_handed_a_call_over_is_free_once_it_has_arrived() {
        given(transferred(CALL, 2, "bob", "ann"));

        whenDecided(answered(CALL, "bob"), arrived(CALL, "bob", "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("bob", now()));
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("bob").offeredCallSids()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
        assertThat(agent("ann").reservedCallSids()).isEmpty();
    }

    @Test
    void a_click_of_the_target_changes_nothing_until_their_device_is_up() {
        given(transferred(CALL, 2, "bob", "ann"));

        BoardChange change = when(new ClaimGranted(CALL, "bob", ClaimedVia.CLICK, 10, 9L));

        assertThat(change.calls()).isEmpty();
        assertThat(change.agents()).isEmpty();
    }

    @Test
    void a_transfer_that_comes_to_nothing_rings_for_who_had_the_call() {
        given(transferred(CALL, 2, "bob", "ann"));

        whenDecided(declined(CALL, "bob"), returned(CALL, 3, "ann"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Transferring("ann", null));
        assertThat(call(CALL).declinedBy()).containsExactly("bob");
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.RINGING);
        assertThat(agent("ann").callSids()).containsExactly(CALL);
        assertThat(agent("ann").reservedCallSids()).isEmpty();
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);

        when(answered(CALL, "ann"));
        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("ann", now()));
    }

    @Test
    void a_call_that_nobody_wants_back_is_parked() {
        given(transferred(CALL, 2, "bob", "ann"), ringCancelled(CALL, "bob"), returned(CALL, 3, "ann"));

        whenDecided(ringCancelled(CALL, "ann"), parked(CALL, 4, "ann", LogOfEvents.at(42)));

        assertThat(call(CALL).parking()).isEqualTo(new BoardCall.Parking("ann", LogOfEvents.at(42), false));
        assertThat(agent("ann").callSids()).isEmpty();
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void a_transfer_that_twilio_was_never_told_of_leaves_them_talking() {
        Instant answeredAt = now();
        given(transferred(CALL, 2, "bob", "ann"));

        when(kept(CALL, 1, "ann", answeredAt));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Active("ann", answeredAt));
        assertThat(agent("ann").callSids()).containsExactly(CALL);
        assertThat(agent("ann").reservedCallSids()).isEmpty();
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }

    @Test
    void a_hang_up_amid_a_transfer_frees_who_handed_the_call_over() {
        given(transferred(CALL, 2, "bob", "ann"));

        when(new HangUpStarted(CALL, "sam", "bob"));

        assertThat(call(CALL).stage()).isEqualTo(new Stage.Ending("bob"));
        assertThat(agent("bob").state()).isEqualTo(BoardAgent.State.ON_CALL);
        assertThat(agent("ann").state()).isEqualTo(BoardAgent.State.AVAILABLE);
    }
}
