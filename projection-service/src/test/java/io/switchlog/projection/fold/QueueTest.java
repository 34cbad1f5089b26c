package io.switchlog.projection.fold;

import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.ended;
import static io.switchlog.board.Happenings.forgotten;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.released;
import static io.switchlog.board.Happenings.retrieved;
import static io.switchlog.board.Happenings.voicemail;
import static io.switchlog.projection.fold.Folded.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.projection.fold.QueueRow.Entered;
import io.switchlog.projection.fold.QueueRow.Left;
import org.junit.jupiter.api.Test;

class QueueTest {

    private final Folded log = new Folded();

    @Test
    void a_caller_waits_from_their_arrival_until_somebody_claims_the_call() {
        log.after(received("CA1"));
        assertThat(log.queue()).containsExactly(new QueueRow("CA1", 1, Entered.RECEIVED, second(1), null, null));

        log.after(claimed("CA1", "ann"));
        assertThat(log.queue())
                .containsExactly(new QueueRow("CA1", 1, Entered.RECEIVED, second(1), second(2), Left.CLAIMED));
    }

    @Test
    void a_released_claim_begins_a_stretch_of_its_own() {
        log.after(received("CA1"), claimed("CA1", "ann"), released("CA1", "ann"), voicemail("CA1", 2));

        assertThat(log.queue())
                .containsExactly(
                        new QueueRow("CA1", 1, Entered.RECEIVED, second(1), second(2), Left.CLAIMED),
                        new QueueRow("CA1", 3, Entered.RELEASED, second(3), second(4), Left.VOICEMAIL));
    }

    @Test
    void a_forgotten_call_waits_once_however_often_it_is_forgotten() {
        log.after(received("CA1"), claimed("CA1", "ann"), parked("CA1", 2, "ann", second(3)));
        log.after(forgotten("CA1", "ann"), forgotten("CA1", "ann"));
        assertThat(log.queue()).hasSize(2);

        log.after(parked("CA1", 2, "ann", second(3)), forgotten("CA1", "ann"), retrieved("CA1", 3, "bob", "bob"));
        assertThat(log.queue().subList(1, 3))
                .containsExactly(
                        new QueueRow("CA1", 4, Entered.FORGOTTEN, second(4), second(6), Left.PARKED),
                        new QueueRow("CA1", 7, Entered.FORGOTTEN, second(7), second(8), Left.RETRIEVED));
    }

    @Test
    void who_hangs_up_waits_no_more() {
        log.after(received("CA1"), ended("CA1"));

        assertThat(log.queue())
                .containsExactly(new QueueRow("CA1", 1, Entered.RECEIVED, second(1), second(2), Left.ENDED));
    }
}
