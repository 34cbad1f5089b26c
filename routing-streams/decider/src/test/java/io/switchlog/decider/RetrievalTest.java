package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.fetches;
import static io.switchlog.decider.Facts.grantsAgain;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isNow;
import static io.switchlog.decider.Facts.isParked;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.startsToHangUp;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.claims;
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
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Calls that are fetched from the parking lot, or handed from there to a colleague. */
class RetrievalTest {

    private static Scenario annHasParked(Member... others) {
        return workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"))
                .with(others)
                .after(parks("ann", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"));
    }

    private static Scenario annHasParked() {
        return annHasParked(available("bob"), available("carol"));
    }

    @Test
    void any_agent_takes_a_parked_call_and_talks_when_their_device_is_up() {
        annHasParked()
                .when(retrieves("bob", "CA1"))
                .then(byRedirect(fetches("bob", "CA1", "bob")))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(picksUp("bob", "CA1"))
                .then(answers("bob", "CA1"));
    }

    @Test
    void of_two_who_reach_for_the_same_call_the_first_wins_and_the_other_is_told_who() {
        annHasParked()
                .after(retrieves("bob", "CA1"))
                .when(retrieves("carol", "CA1"))
                .then(refuses(RefusalReason.ALREADY_CLAIMED, "bob"))
                .when(retrieves("bob", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(claims("carol", "CA1"))
                .then(refusesClaim("CA1", "carol", RefusalReason.ALREADY_CLAIMED, "bob"))
                .when(claims("bob", "CA1"))
                .then(grantsAgain("CA1", "bob"));
    }

    @Test
    void nobody_else_gets_through_to_the_caller() {
        annHasParked()
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(picksUp("carol", "CA1"))
                .then(refusesClaim("CA1", "carol", RefusalReason.ALREADY_CLAIMED, "bob"));
    }

    @Test
    void a_call_may_be_handed_to_a_colleague_who_has_longer_to_answer() {
        Scenario scenario =
                annHasParked().when(retrieves("ann", "CA1", "carol")).then(byRedirect(fetches("ann", "CA1", "carol")));

        assertThat(scenario.fact(CallRetrieved.class).timeoutSeconds()).isEqualTo(35);
        assertThat(scenario.fact(CallRetrieved.class).dialTimeoutSeconds()).isEqualTo(25);
    }

    @Test
    void who_takes_it_themselves_has_as_long_as_after_a_claim() {
        Scenario scenario = annHasParked().when(retrieves("bob", "CA1"));

        assertThat(scenario.fact(CallRetrieved.class).timeoutSeconds()).isEqualTo(10);
        assertThat(scenario.fact(CallRetrieved.class).dialTimeoutSeconds()).isEqualTo(5);
    }

    @Test
    void only_what_is_parked_can_be_fetched() {
        workspace()
                .with(available("ann"), available("bob"))
                .when(retrieves("ann", "CA1"))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .after(received("CA1"))
                .when(retrieves("ann", "CA1"))
                .then(refuses(RefusalReason.NOT_PARKED))
                .after(picksUp("ann", "CA1"))
                .when(retrieves("bob", "CA1"))
                .then(refuses(RefusalReason.ALREADY_CLAIMED, "ann"));
    }

    @Test
    void nobody_is_given_a_call_who_is_busy_or_not_there() {
        annHasParked(available("bob"), away("carol"), operator("olga"))
                .after(received("CA2"), picksUp("bob", "CA2"))
                .when(retrieves("ann", "CA1", "bob"))
                .then(refuses(RefusalReason.AGENT_BUSY))
                .when(retrieves("bob", "CA1"))
                .then(refuses(RefusalReason.AT_CAPACITY))
                .when(retrieves("ann", "CA1", "carol"))
                .then(refuses(RefusalReason.AGENT_UNAVAILABLE))
                .when(retrieves("ann", "CA1", "olga"))
                .then(refuses(RefusalReason.TAKES_NO_CALLS))
                .when(retrieves("ann", "CA1", "nobody"))
                .then(refuses(RefusalReason.UNKNOWN_AGENT))
                .when(retrieves("olga", "CA1", "ann"))
                .then(refuses(RefusalReason.TAKES_NO_CALLS))
                .when(retrieves("stranger", "CA1", "ann"))
                .then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void who_says_away_may_still_fetch_a_call_themselves() {
        annHasParked(away("bob")).when(retrieves("bob", "CA1")).then(byRedirect(fetches("bob", "CA1", "bob")));
    }

    @Test
    void who_gets_a_call_is_rung_for_no_other() {
        annHasParked()
                .after(received("CA2"))
                .when(retrieves("bob", "CA1"))
                .then(
                        byRedirect(fetches("bob", "CA1", "bob")),
                        stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "bob"));
    }

    @Test
    void a_call_that_the_colleague_declines_is_back_in_its_old_place() {
        Scenario scenario = annHasParked();
        Instant parkedAt = scenario.decidedAt();

        scenario.passing(Duration.ofSeconds(90))
                .after(retrieves("ann", "CA1", "carol"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(declines("carol", "CA1"))
                .then(declined("carol", "CA1", DeclinedBy.CLICK), byRedirect(isParked("CA1", "ann")))
                .when(declines("carol", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE));

        assertThat(scenario.call("CA1").parking()).isEqualTo(new Call.Parking("ann", parkedAt, false));
        assertThat(scenario.agent("carol").isFree()).isTrue();
    }

    @Test
    void a_call_that_nobody_answers_is_back_in_the_lot() {
        Scenario scenario = annHasParked()
                .after(retrieves("ann", "CA1", "carol"), instructionIs(CallControlOutcome.FETCHED, "CA1"));

        scenario.when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "carol"),
                        isParked("CA1", "ann"),
                        handsOut("CA1", 4));
        assertThat(scenario.fact(CallParked.class).forgotten()).isFalse();
    }

    @Test
    void the_device_that_rejects_or_fails_says_so_before_the_dial_does() {
        annHasParked()
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(legReports("bob", "CA1", CallStatus.BUSY))
                .then(declined("bob", "CA1", DeclinedBy.DEVICE), isParked("CA1", "ann"))
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(legReports("bob", "CA1", CallStatus.FAILED))
                .then(stopsRinging("CA1", RingCancelReason.DEVICE_UNREACHABLE, "bob"), isParked("CA1", "ann"))
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(legReports("bob", "CA1", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"), isParked("CA1", "ann"));
    }

    @Test
    void where_twilio_does_not_say_that_nobody_answered_our_timer_does() {
        annHasParked()
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .passing(Duration.ofSeconds(10))
                .when(timerElapses("CA1"))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"), byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void a_colleague_who_says_that_they_are_not_there_is_rung_no_more() {
        annHasParked()
                .after(retrieves("ann", "CA1", "carol"))
                .when(becomes("carol", Availability.AWAY))
                .then(
                        isNow("carol", Availability.AWAY),
                        stopsRinging("CA1", RingCancelReason.AGENT_UNAVAILABLE, "carol"),
                        byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void who_fetches_a_call_and_says_away_keeps_it() {
        annHasParked()
                .after(retrieves("bob", "CA1"))
                .when(becomes("bob", Availability.AWAY))
                .then(isNow("bob", Availability.AWAY));
    }

    @Test
    void a_leg_that_was_let_through_and_never_bridged_puts_the_call_back_in_its_place() {
        annHasParked()
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"), picksUp("bob", "CA1"))
                .when(Happenings.dialEndsBridged("CA1", false))
                .then(
                        Facts.releases("CA1", "bob", ReleaseReason.AGENT_LEG_FAILED),
                        isParked("CA1", "ann"),
                        handsOut("CA1", 4));
    }

    @Test
    void a_leg_of_the_time_before_the_lot_does_not_disturb_the_next_agent() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"));
        Document annsDial = scenario.document("CA1");

        scenario.after(parks("ann", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .after(retrieves("bob", "CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED, annsDial))
                .then(ignores(IgnoreReason.STALE))
                .when(dialEnds("CA1", CallStatus.COMPLETED, annsDial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void who_shall_have_the_call_may_hang_up_and_others_may_not() {
        annHasParked()
                .after(retrieves("ann", "CA1", "carol"))
                .when(hangsUp("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "carol"))
                .when(hangsUp("carol", "CA1"))
                .then(startsToHangUp("carol", "CA1", "carol"));
    }
}
