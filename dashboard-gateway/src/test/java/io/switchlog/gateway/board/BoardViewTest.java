package io.switchlog.gateway.board;

import static io.switchlog.board.Happenings.answered;
import static io.switchlog.board.Happenings.claimed;
import static io.switchlog.board.Happenings.forgotten;
import static io.switchlog.board.Happenings.parked;
import static io.switchlog.board.Happenings.parkedForgotten;
import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.board.LogOfEvents;
import io.switchlog.contract.Event;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardViewTest {

    private final LogOfEvents log = new LogOfEvents("demo");
    private final Boards boards = new Boards();

    @BeforeEach
    void ann_has_had_three_calls() {
        happens(registered("ann"));
        for (String callSid : new String[] {"CA1", "CA2", "CA3"}) {
            happens(received(callSid), ringing(callSid, 1, "ann"), claimed(callSid, "ann"), answered(callSid, "ann"));
        }
    }

    @Test
    void each_call_is_in_exactly_one_list() {
        happens(parked("CA2", 2, "ann", LogOfEvents.at(20)));

        assertThat(view().calls()).extracting(CallView::callSid).containsExactly("CA1", "CA3");
        assertThat(view().parked()).extracting(CallView::callSid).containsExactly("CA2");
        assertThat(view().parked().getFirst().state()).isEqualTo(CallView.State.PARKED);
    }

    @Test
    void parked_calls_stand_in_the_order_of_the_lot() {
        happens(
                parked("CA3", 2, "ann", LogOfEvents.at(20)),
                parked("CA2", 2, "ann", LogOfEvents.at(20)),
                parked("CA1", 2, "ann", LogOfEvents.at(21)));

        assertThat(view().parked()).extracting(CallView::callSid).containsExactly("CA2", "CA3", "CA1");
    }

    @Test
    void a_call_that_was_forgotten_says_so_while_it_rings_and_when_it_is_back() {
        happens(parked("CA1", 2, "ann", LogOfEvents.at(20)), forgotten("CA1", "ann"), ringing("CA1", 3, "ann"));
        CallView ringing = view().calls().getFirst();
        assertThat(ringing.state()).isEqualTo(CallView.State.RINGING);
        assertThat(ringing.forgotten()).isTrue();
        assertThat(ringing.parkedBy()).isEqualTo("ann");
        assertThat(ringing.parkedAt()).isEqualTo(LogOfEvents.at(20));

        happens(parkedForgotten("CA1", 4, "ann", LogOfEvents.at(20)));
        assertThat(view().parked().getFirst().forgotten()).isTrue();
        assertThat(view().parked().getFirst().since()).isEqualTo(LogOfEvents.at(20));
    }

    private BoardView view() {
        return BoardView.of(boards.of("demo"), new Callers(_ -> Optional.empty()));
    }

    private void happens(Event... events) {
        for (Event event : events) {
            boards.apply(log.next(event));
        }
    }
}
