package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.grants;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.legOf;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import org.junit.jupiter.api.Test;

/** Devices that are picked up: only the holder of a call is let through to the caller. */
class PickUpsTest {

    @Test
    void who_picks_up_without_having_clicked_claims_by_it_and_answers() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(picksUp("bob", "CA1"))
                .then(
                        grants("CA1", "bob"),
                        stopsRinging("CA1", RingCancelReason.CLAIMED, "ann"),
                        answers("bob", "CA1"));

        assertThat(scenario.fact(ClaimGranted.class).via()).isEqualTo(ClaimedVia.PICK_UP);
        assertThat(scenario.fact(CallAnswered.class).legSid()).isEqualTo(legOf("bob", "CA1"));
        assertThat(scenario.call("CA1").timer()).isNull();
    }

    @Test
    void the_claimant_who_picks_up_answers() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(picksUp("ann", "CA1"))
                .then(answers("ann", "CA1"));
    }

    @Test
    void a_loser_who_picks_up_is_refused_and_told_of_the_winner() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(picksUp("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"))
                .after(picksUp("ann", "CA1"))
                .when(picksUp("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"));
    }

    @Test
    void of_two_who_pick_up_the_first_wins() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("bob", "CA1"))
                .when(picksUp("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.ALREADY_CLAIMED, "bob"));
    }

    @Test
    void a_leg_reported_twice_answers_once() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(picksUp("ann", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_device_rung_by_an_earlier_step_is_refused() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(picksUp("agent11", "CA1", dial))
                .then(refusesClaim("CA1", "agent11", RefusalReason.STALE_ATTEMPT));
    }

    @Test
    void a_device_still_rung_by_the_dial_that_a_redirect_is_about_to_cut_off_is_refused() {
        Scenario scenario = workspace().with(available("ann"), available("bob")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(claims("ann", "CA1"), timerElapses("CA1"))
                .when(picksUp("bob", "CA1", dial))
                .then(refusesClaim("CA1", "bob", RefusalReason.STALE_ATTEMPT));
    }

    @Test
    void a_device_rung_by_an_earlier_delivery_is_refused() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.COMPLETED))
                .when(picksUp("ann", "CA1", dial))
                .then(refusesClaim("CA1", "ann", RefusalReason.STALE_ATTEMPT))
                .when(picksUp("ann", "CA1"))
                .then(grants("CA1", "ann"), answers("ann", "CA1"));
    }

    @Test
    void the_claimant_is_refused_on_a_device_rung_by_a_dial_that_is_over() {
        Scenario scenario =
                workspace().with(available("ann"), available("bob")).after(received("CA1"), claims("ann", "CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.COMPLETED))
                .when(picksUp("ann", "CA1", dial))
                .then(refusesClaim("CA1", "ann", RefusalReason.STALE_ATTEMPT, "ann"))
                .when(picksUp("ann", "CA1"))
                .then(answers("ann", "CA1"));
    }

    @Test
    void who_has_declined_or_left_is_refused() {
        workspace()
                .with(available("ann"), available("bob"), available("carol"))
                .after(received("CA1"), declines("ann", "CA1"), becomes("bob", Availability.AWAY))
                .when(picksUp("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.NOT_OFFERED))
                .when(picksUp("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.NOT_OFFERED));
    }

    @Test
    void a_pick_up_of_a_call_that_rings_no_more_is_refused() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"))
                .when(picksUp("ann", "CA1", dial))
                .then(refusesClaim("CA1", "ann", RefusalReason.NOT_RINGING))
                .after(callerHangsUp("CA1"))
                .when(picksUp("ann", "CA1", dial))
                .then(refusesClaim("CA1", "ann", RefusalReason.CALL_ENDED))
                .when(picksUp("ann", "CA9", dial))
                .then(refusesClaim("CA9", "ann", RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void operators_and_strangers_are_refused() {
        workspace()
                .with(available("ann"), operator("olga"))
                .after(received("CA1"))
                .when(picksUp("olga", "CA1"))
                .then(refusesClaim("CA1", "olga", RefusalReason.TAKES_NO_CALLS))
                .when(picksUp("nobody", "CA1"))
                .then(refusesClaim("CA1", "nobody", RefusalReason.UNKNOWN_AGENT));
    }
}
