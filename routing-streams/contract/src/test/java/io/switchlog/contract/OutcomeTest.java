package io.switchlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimRejected;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.TwimlHandedOut;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short answer that a waiter reads off a decision. */
class OutcomeTest {

    @Test
    void a_grant_is_accepted_at_the_first_sequence_of_its_decision() {
        assertThat(Outcome.of(7, List.of(grant(null), new CallAnswered("CA1", "ann", "CA2"))))
                .isEqualTo(new Outcome(true, 7, null, null, null));
    }

    @Test
    void a_grant_said_again_answers_with_the_sequence_of_the_first() {
        assertThat(Outcome.of(30, List.of(grant(7L)))).isEqualTo(new Outcome(true, 7, null, null, null));
    }

    @Test
    void a_refused_claim_names_the_reason_and_the_winner() {
        ClaimRejected refused = new ClaimRejected("CA1", "bob", ClaimedVia.CLICK, RefusalReason.ALREADY_CLAIMED, "ann");

        assertThat(Outcome.of(9, List.of(refused)))
                .isEqualTo(new Outcome(false, 9, RefusalReason.ALREADY_CLAIMED, null, "ann"));
    }

    @Test
    void a_refused_command_keeps_its_detail() {
        CommandRejected rejected =
                new CommandRejected(RefusalReason.INVALID, "name: expected 1 to 100 characters", null);

        assertThat(Outcome.of(9, List.of(rejected)))
                .isEqualTo(new Outcome(false, 9, RefusalReason.INVALID, "name: expected 1 to 100 characters", null));
    }

    @Test
    void a_report_that_changed_nothing_counts_as_accepted() {
        assertThat(Outcome.of(9, List.of(new CommandIgnored(IgnoreReason.STALE), new TwimlHandedOut("CA1", 2, null))))
                .isEqualTo(new Outcome(true, 9, null, null, null));
    }

    @Test
    void a_repetition_gives_the_first_answer() {
        Outcome first = new Outcome(false, 4, RefusalReason.AT_CAPACITY, null, null);

        assertThat(Outcome.of(31, List.of(new CommandRepeated(first)))).isEqualTo(first);
    }

    private static ClaimGranted grant(@Nullable Long repeats) {
        return new ClaimGranted("CA1", "ann", ClaimedVia.CLICK, 10, repeats);
    }
}
