package io.switchlog.decider;

import static io.switchlog.decider.Facts.grants;
import static io.switchlog.decider.Facts.grantsAgain;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Member.supervisor;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clicks on "answer": one winner per call. */
class ClaimsTest {

    @Test
    void the_first_claim_wins_and_silences_the_others() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"), available("carol"))
                .after(received("CA1"))
                .when(claims("bob", "CA1"))
                .then(grants("CA1", "bob"), stopsRinging("CA1", RingCancelReason.CLAIMED, "ann", "carol"));

        assertThat(scenario.fact(RingCancelled.class).claimedBy()).isEqualTo("bob");
        assertThat(scenario.fact(ClaimGranted.class).via()).isEqualTo(ClaimedVia.CLICK);
        assertThat(scenario.agent("bob").callSids()).containsExactly("CA1");
        assertThat(scenario.agent("ann").offeredCallSids()).isEmpty();
    }

    @Test
    void a_claim_of_the_only_one_rung_silences_nobody() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(claims("ann", "CA1"))
                .then(grants("CA1", "ann"));
    }

    @Test
    void rejects_a_second_claim_and_names_the_winner() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(claims("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"));

        assertThat(scenario.outcome().accepted()).isFalse();
        assertThat(scenario.outcome().claimedBy()).isEqualTo("ann");
    }

    @Test
    void rejects_a_claim_while_the_winner_talks_and_names_the_winner() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(claims("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"));
    }

    @Test
    void the_winner_who_claims_again_gets_the_sequence_of_the_first_grant() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(claims("ann", "CA1"));
        Outcome first = scenario.outcome();

        scenario.when(claims("ann", "CA1")).then(grantsAgain("CA1", "ann"));
        assertThat(scenario.outcome()).isEqualTo(first);

        scenario.after(picksUp("ann", "CA1")).when(claims("ann", "CA1")).then(grantsAgain("CA1", "ann"));
        assertThat(scenario.outcome()).isEqualTo(first);
    }

    @Test
    void a_claim_said_again_wins_no_more_time_to_connect() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), claims("ann", "CA1"));
        Timer before = scenario.call("CA1").timer();

        scenario.passing(Duration.ofSeconds(5)).after(claims("ann", "CA1"));

        assertThat(scenario.call("CA1").timer()).isEqualTo(before);
    }

    @Test
    void a_call_that_nobody_knows_can_not_be_claimed() {
        workspace()
                .with(available("ann"))
                .when(claims("ann", "CA9"))
                .then(refusesClaim("CA9", "ann", RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void an_ended_call_can_not_be_claimed_and_the_answer_names_who_had_it() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), callerHangsUp("CA1"))
                .when(claims("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.CALL_ENDED, "ann"));
    }

    @Test
    void an_ended_call_that_nobody_had_can_not_be_claimed_either() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), callerHangsUp("CA1"))
                .when(claims("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.CALL_ENDED));
    }

    @Test
    void a_caller_who_leaves_a_message_can_not_be_claimed() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(claims("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.NOT_RINGING));
    }

    @Test
    void who_holds_as_many_calls_as_allowed_gets_no_more() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), received("CA2"))
                .when(claims("ann", "CA2"))
                .then(refusesClaim("CA2", "ann", RefusalReason.AT_CAPACITY));
    }

    @Test
    void who_may_hold_two_calls_gets_two_and_no_third() {
        workspace()
                .with(available("ann").holdingUpTo(2), available("bob"))
                .after(received("CA1"), received("CA2"), received("CA3"))
                .when(claims("ann", "CA1"))
                .then(grants("CA1", "ann"), stopsRinging("CA1", RingCancelReason.CLAIMED, "bob"))
                .when(claims("ann", "CA2"))
                .then(
                        grants("CA2", "ann"),
                        stopsRinging("CA2", RingCancelReason.CLAIMED, "bob"),
                        stopsRinging("CA3", RingCancelReason.AGENT_BUSY, "ann"))
                .when(claims("ann", "CA3"))
                .then(refusesClaim("CA3", "ann", RefusalReason.AT_CAPACITY));
    }

    @Test
    void a_call_that_does_not_ring_for_an_agent_is_not_that_agents_to_claim() {
        workspace()
                .with(available("ann"), away("bob"), available("carol"))
                .after(received("CA1"), declines("carol", "CA1"))
                .when(claims("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.NOT_OFFERED))
                .when(claims("carol", "CA1"))
                .then(refusesClaim("CA1", "carol", RefusalReason.NOT_OFFERED));
    }

    @Test
    void who_waits_for_the_next_wave_can_not_claim_in_this_one() {
        workspace()
                .with(Member.agents(11))
                .after(received("CA1"))
                .when(claims("agent11", "CA1"))
                .then(refusesClaim("CA1", "agent11", RefusalReason.NOT_OFFERED));
    }

    @Test
    void operators_and_strangers_claim_nothing() {
        workspace()
                .with(available("ann"), operator("olga"))
                .after(received("CA1"))
                .when(claims("olga", "CA1"))
                .then(refusesClaim("CA1", "olga", RefusalReason.TAKES_NO_CALLS))
                .when(claims("nobody", "CA1"))
                .then(refusesClaim("CA1", "nobody", RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void a_supervisor_may_claim_what_rings() {
        workspace()
                .with(supervisor("sam"))
                .after(received("CA1"))
                .when(claims("sam", "CA1"))
                .then(grants("CA1", "sam"));
    }
}
