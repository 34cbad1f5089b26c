package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RefusalReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private final CommandMessage command = command("demo", "click-1");

    @Test
    void it_spans_its_events() {
        Decision decision = new Decision(List.of(event(command, 7, 1, 2), event(command, 8, 2, 2)));

        assertThat(decision.workspace()).isEqualTo("demo");
        assertThat(decision.firstSequence()).isEqualTo(7);
        assertThat(decision.lastSequence()).isEqualTo(8);
        assertThat(decision.outcome().accepted()).isTrue();
        assertThat(decision.outcome().sequence()).isEqualTo(7);
    }

    @Test
    void its_outcome_says_why_it_was_refused_and_who_holds_the_call() {
        Decision decision = new Decision(List.of(
                event(command, 7, 1, 1, new CommandRejected(RefusalReason.ALREADY_CLAIMED, "too late", "bob"))));

        assertThat(decision.outcome().accepted()).isFalse();
        assertThat(decision.outcome().reason()).isEqualTo(RefusalReason.ALREADY_CLAIMED);
        assertThat(decision.outcome().claimedBy()).isEqualTo("bob");
    }

    @Test
    void a_decision_without_events_is_none() {
        assertThatThrownBy(() -> new Decision(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
