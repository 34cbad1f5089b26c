package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.ends;
import static io.switchlog.decider.Facts.givesUp;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isForgotten;
import static io.switchlog.decider.Facts.isParked;
import static io.switchlog.decider.Facts.isParkedForLong;
import static io.switchlog.decider.Facts.keeps;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.startsToHangUp;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.hangsUp;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.parks;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.retrieves;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.RoutingSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The parking lot: who may put a call there, and what becomes of it. */
class ParkingTest {

    private static Scenario annTalks() {
        return workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"));
    }

    private static Scenario annHasParked() {
        return annTalks().after(parks("ann", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"));
    }

    @Test
    void the_caller_waits_in_the_lot_at_once_and_the_agent_is_free() {
        Scenario scenario = annTalks().when(parks("ann", "CA1")).then(byRedirect(isParked("CA1", "ann")));

        assertThat(scenario.agent("ann").isFree()).isTrue();
    }

    @Test
    void the_end_of_the_old_dial_changes_nothing() {
        Scenario scenario = annTalks();
        Document old = scenario.document("CA1");

        scenario.after(parks("ann", "CA1"))
                .when(dialEnds("CA1", CallStatus.COMPLETED, old))
                .then(ignores(IgnoreReason.STALE), handsOut("CA1", 2))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED, old))
                .then(ignores(IgnoreReason.STALE))
                .when(dialEnds("CA1", CallStatus.COMPLETED, old))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void only_who_talks_may_park() {
        annTalks()
                .when(parks("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "ann"))
                .when(parks("ann", "CA9"))
                .then(refuses(RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void a_call_that_is_still_connecting_cannot_be_parked() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(parks("ann", "CA1"))
                .then(refuses(RefusalReason.NOT_ACTIVE))
                .after(claims("ann", "CA1"))
                .when(parks("ann", "CA1"))
                .then(refuses(RefusalReason.CONNECTING))
                .when(parks("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "ann"));
    }

    @Test
    void parking_twice_is_parking_once() {
        annHasParked()
                .when(parks("ann", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(parks("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_ACTIVE));
    }

    @Test
    void nobody_can_claim_or_decline_what_is_parked() {
        annHasParked()
                .when(claims("bob", "CA1"))
                .then(Facts.refusesClaim("CA1", "bob", RefusalReason.NOT_RINGING))
                .when(declines("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_RINGING));
    }

    @Test
    void a_parked_caller_who_hangs_up_is_gone() {
        annHasParked().when(callerHangsUp("CA1")).then(ends("CA1", EndReason.CALLER_LEG_ENDED));
    }

    @Test
    void any_agent_may_remove_a_parked_call_and_an_operator_may_not() {
        workspace()
                .with(available("ann"), available("bob"), operator("olga"))
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"), parks("ann", "CA1"))
                .when(hangsUp("olga", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(hangsUp("bob", "CA1"))
                .then(startsToHangUp("bob", "CA1", null))
                .when(instructionIs(CallControlOutcome.HUNG_UP, "CA1"))
                .then(Facts.concludes("CA1", CallControlOutcome.HUNG_UP), ends("CA1", EndReason.AGENT_HUNG_UP));
    }

    @Test
    void while_the_caller_has_not_reached_the_lot_its_removal_holds_the_agent_who_may_still_talk() {
        Scenario scenario = annTalks()
                .after(parks("ann", "CA1"), received("CA2"))
                .when(hangsUp("bob", "CA1"))
                .then(startsToHangUp("bob", "CA1", "ann"), stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"));

        assertThat(scenario.agent("ann").isFree()).isFalse();
    }

    @Test
    void who_gets_a_call_back_by_its_removal_has_it_since_then_and_after_those_they_took_meanwhile() {
        Scenario scenario = workspace()
                .with(available("ann").holdingUpTo(2), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"), parks("ann", "CA1"))
                .after(received("CA2"), claims("ann", "CA2"), hangsUp("bob", "CA1"));

        assertThat(scenario.agent("ann").callSids()).containsExactly("CA2", "CA1");
        assertThat(scenario.call("CA1").stage().claim())
                .isGreaterThan(scenario.call("CA2").stage().claim());
    }

    @Test
    void a_forgotten_call_that_rings_for_one_can_be_fetched_and_removed_by_anybody() {
        annHasParked()
                .after(timerElapses("CA1"))
                .when(retrieves("bob", "CA1"))
                .then(
                        Facts.stopsRinging("CA1", RingCancelReason.CLAIMED, "ann"),
                        byRedirect(Facts.fetches("bob", "CA1", "bob")));
        annHasParked()
                .after(timerElapses("CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(hangsUp("bob", "CA1"))
                .then(stopsRinging("CA1", RingCancelReason.CALL_ENDED, "ann"), startsToHangUp("bob", "CA1", null));
    }

    @Test
    void a_forgotten_call_whose_claimant_is_never_bridged_is_back_in_its_place() {
        annHasParked()
                .after(timerElapses("CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .after(claims("ann", "CA1"), picksUp("ann", "CA1"))
                .when(Happenings.dialEndsBridged("CA1", false))
                .then(
                        Facts.releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED),
                        isParkedForLong("CA1", "ann"),
                        handsOut("CA1", 4));
    }

    @Test
    void a_forgotten_call_rings_the_one_who_parked_it_and_then_everybody() {
        annHasParked()
                .passing(Duration.ofMinutes(5))
                .when(timerElapses("CA1"))
                .then(isForgotten("CA1"), byRedirect(rings("CA1", "ann")))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"), rings("CA1", "bob"), handsOut("CA1", 4));
    }

    @Test
    void a_forgotten_call_that_nobody_answers_is_back_in_its_old_place_and_never_in_voicemail() {
        Scenario scenario = annHasParked();
        Instant parkedAt = scenario.decidedAt();

        scenario.passing(Duration.ofMinutes(5))
                .after(
                        timerElapses("CA1"),
                        instructionIs(CallControlOutcome.FETCHED, "CA1"),
                        dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(declines("bob", "CA1"))
                .then(declined("bob", "CA1", DeclinedBy.CLICK), byRedirect(isParkedForLong("CA1", "ann")));

        assertThat(scenario.fact(CallParked.class).parkedAt()).isEqualTo(parkedAt);
    }

    @Test
    void a_forgotten_call_rings_everybody_where_the_one_who_parked_it_is_not_free() {
        annHasParked()
                .after(becomes("ann", Availability.AWAY))
                .when(timerElapses("CA1"))
                .then(isForgotten("CA1"), byRedirect(rings("CA1", "bob")));
    }

    @Test
    void a_forgotten_call_stays_where_it_is_while_nobody_is_free_and_asks_again() {
        annHasParked()
                .after(becomes("ann", Availability.AWAY), becomes("bob", Availability.OFFLINE))
                .when(timerElapses("CA1"))
                .then(isForgotten("CA1"))
                .after(becomes("bob", Availability.AVAILABLE))
                .when(timerElapses("CA1"))
                .then(isForgotten("CA1"), byRedirect(rings("CA1", "bob")));
    }

    @Test
    void a_forgotten_call_asks_those_again_who_declined_it_when_it_came() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), declines("bob", "CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"))
                .after(parks("ann", "CA1"), becomes("ann", Availability.AWAY))
                .when(timerElapses("CA1"))
                .then(isForgotten("CA1"), byRedirect(rings("CA1", "bob")));
    }

    @Test
    void an_answered_call_is_forgotten_no_more() {
        Scenario scenario = annHasParked()
                .after(timerElapses("CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .after(claims("ann", "CA1"), picksUp("ann", "CA1"));

        scenario.when(parks("ann", "CA1")).then(byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void the_time_that_a_call_may_be_parked_is_a_setting() {
        Scenario scenario = annTalks()
                .after(configures(new RoutingSettings.Change(null, null, null, null, null, null, 60, null, null)))
                .when(parks("ann", "CA1"));

        assertThat(scenario.state().timersDue(scenario.decidedAt().plusMillis(59_999)))
                .isEmpty();
        assertThat(scenario.state().timersDue(scenario.decidedAt().plusSeconds(60)))
                .hasSize(1);
    }

    @Test
    void where_the_redirect_is_given_up_the_agent_still_has_the_caller() {
        Scenario scenario = annTalks();
        Instant answeredAt = scenario.decidedAt();

        scenario.after(parks("ann", "CA1"))
                .passing(Duration.ofSeconds(60))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"), keeps("ann", "CA1"));

        assertThat(scenario.fact(CallKept.class).answeredAt()).isEqualTo(answeredAt);
    }

    @Test
    void the_agent_who_still_has_the_caller_is_rung_for_nothing_else() {
        annTalks()
                .after(parks("ann", "CA1"), received("CA2"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"), keeps("ann", "CA1"), stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"));
    }

    @Test
    void the_conversation_that_went_on_ends_as_any_other() {
        Scenario scenario = annTalks();
        Document conversation = scenario.document("CA1");

        scenario.after(parks("ann", "CA1"), instructionIs(CallControlOutcome.FAILED, "CA1"))
                .when(dialEnds("CA1", CallStatus.COMPLETED, conversation))
                .then(ends("CA1", EndReason.AGENT_LEG_ENDED, "ann"));
    }

    @Test
    void a_caller_who_has_the_music_by_an_answer_stays_parked_whatever_becomes_of_the_redirect() {
        Scenario scenario = annTalks();
        Document conversation = scenario.document("CA1");

        scenario.after(parks("ann", "CA1"), dialEnds("CA1", CallStatus.COMPLETED, conversation))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"));
    }

    @Test
    void the_fetch_of_an_older_redirect_or_a_repeated_webhook_is_no_proof_that_the_caller_has_left_the_agent() {
        Scenario scenario =
                annHasParked().after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"));
        long older = scenario.state().head().sequence();

        scenario.after(picksUp("bob", "CA1"), parks("bob", "CA1"))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1", older), received("CA1"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"), keeps("bob", "CA1"));
    }

    @Test
    void the_redirect_out_of_the_lot_that_is_given_up_leaves_the_call_there() {
        annHasParked()
                .after(retrieves("bob", "CA1"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(
                        givesUp("CA1"),
                        stopsRinging("CA1", RingCancelReason.CALL_CONTROL_FAILED, "bob"),
                        isParked("CA1", "ann"));
    }

    @Test
    void a_call_fetched_before_it_has_reached_the_lot_is_still_with_the_first_agent_when_both_redirects_fail() {
        annTalks()
                .after(parks("ann", "CA1"), retrieves("bob", "CA1"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(
                        givesUp("CA1"),
                        stopsRinging("CA1", RingCancelReason.CALL_CONTROL_FAILED, "bob"),
                        keeps("ann", "CA1"));
    }

    @Test
    void an_agent_who_is_away_parks_as_well() {
        workspace()
                .with(available("ann"), away("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"), becomes("ann", Availability.AWAY))
                .when(parks("ann", "CA1"))
                .then(byRedirect(isParked("CA1", "ann")));
    }
}
