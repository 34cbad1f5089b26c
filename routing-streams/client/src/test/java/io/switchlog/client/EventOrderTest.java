package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.contract.EventMessage;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private final EventOrder order = EventOrder.fromTheBeginning();

    @Test
    void each_workspace_is_numbered_by_itself() {
        assertThat(order.isNext(numbered("demo", 1))).isTrue();
        assertThat(order.isNext(numbered("elsewhere", 1))).isTrue();
        assertThat(order.isNext(numbered("demo", 2))).isTrue();
    }

    @Test
    void a_duplicate_is_not_next() {
        order.isNext(numbered("demo", 1));
        order.isNext(numbered("demo", 2));

        assertThat(order.isNext(numbered("demo", 1))).isFalse();
        assertThat(order.isNext(numbered("demo", 2))).isFalse();
        assertThat(order.isNext(numbered("demo", 3))).isTrue();
    }

    @Test
    void a_gap_is_named() {
        order.isNext(numbered("demo", 1));

        assertThatThrownBy(() -> order.isNext(numbered("demo", 3)))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessage("workspace demo goes on with sequence 3, expected 2");
    }

    @Test
    void read_from_the_beginning_a_workspace_starts_at_1() {
        assertThatThrownBy(() -> order.isNext(numbered("demo", 2))).hasMessageContaining("expected 1");
    }

    @Test
    void read_from_elsewhere_a_workspace_starts_anywhere_and_then_goes_on_without_gaps() {
        EventOrder fromAnywhere = EventOrder.fromAnywhere();

        assertThat(fromAnywhere.isNext(numbered("demo", 41))).isTrue();
        assertThat(fromAnywhere.isNext(numbered("demo", 42))).isTrue();
        assertThatThrownBy(() -> fromAnywhere.isNext(numbered("demo", 44))).hasMessageContaining("expected 43");
    }

    private static EventMessage numbered(String workspace, long sequence) {
        return event(command(workspace, "c"), sequence, 1, 1);
    }
}
