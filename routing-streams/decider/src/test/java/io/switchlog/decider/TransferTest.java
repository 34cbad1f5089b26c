package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.comesBack;
import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.ends;
import static io.switchlog.decider.Facts.givesUp;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.hasHandedOver;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isParked;
import static io.switchlog.decider.Facts.keeps;
import static io.switchlog.decider.Facts.receives;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.startsToHangUp;
import static io.switchlog.decider.Facts.startsTransfer;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.hangsUp;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.parks;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Happenings.transfers;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls that an agent hands to a colleague. */
class TransferTest {

    private static Scenario annTalks(Member... others) {
        return workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"))
                .with(others);
    }

    private static Scenario annTransfersToBob() {
        return annTalks(available("bob"))
                .after(transfers("ann", "CA1", "bob"), instructionIs(CallControlOutcome.FETCHED, "CA1"));
    }

    @Test
    void the_target_is_rung_and_talks_when_their_device_is_up() {
        Scenario scenario = annTalks(available("bob"))
                .when(transfers("ann", "CA1", "bob"))
                .then(byRedirect(startsTransfer("ann", "CA1", "bob")))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(picksUp("bob", "CA1"))
                .then(answers("bob", "CA1"), hasHandedOver("ann", "CA1", "bob"));

        assertThat(scenario.agent("ann").isFree()).isTrue();
    }

    @Test
    void the_first_agent_stays_reserved_until_the_target_is_up() {
        annTransfersToBob()
                .with(available("carol"))
                .when(received("CA2"))
                .then(receives("CA2"), rings("CA2", "carol"), handsOut("CA2", 1))
                .after(picksUp("bob", "CA1"))
                .when(received("CA3"))
                .then(receives("CA3"), rings("CA3", "carol", "ann"), handsOut("CA3", 1));
    }

    @Test
    void only_ones_own_call_can_be_transferred_and_only_to_somebody_else() {
        annTalks(available("bob"), available("carol"))
                .when(transfers("bob", "CA1", "carol"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "ann"))
                .when(transfers("ann", "CA1", "ann"))
                .then(refuses(RefusalReason.INVALID))
                .when(transfers("ann", "CA9", "bob"))
                .then(refuses(RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void a_target_who_is_busy_or_not_there_is_refused_at_once() {
        annTalks(available("bob"), away("carol"))
                .after(received("CA2"), picksUp("bob", "CA2"))
                .when(transfers("ann", "CA1", "bob"))
                .then(refuses(RefusalReason.AGENT_BUSY))
                .when(transfers("ann", "CA1", "carol"))
                .then(refuses(RefusalReason.AGENT_UNAVAILABLE))
                .when(transfers("ann", "CA1", "nobody"))
                .then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void a_call_without_anybody_who_talks_cannot_be_transferred() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(transfers("ann", "CA1", "bob"))
                .then(refuses(RefusalReason.NOT_ACTIVE))
                .after(claims("ann", "CA1"))
                .when(transfers("ann", "CA1", "bob"))
                .then(refuses(RefusalReason.CONNECTING));
    }

    @Test
    void the_same_click_again_changes_nothing_and_another_target_is_too_late() {
        annTransfersToBob()
                .with(available("carol"))
                .when(transfers("ann", "CA1", "bob"))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(transfers("ann", "CA1", "carol"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "bob"))
                .when(parks("bob", "CA1"))
                .then(refuses(RefusalReason.CONNECTING));
    }

    @Test
    void a_target_who_declines_sends_the_call_back_to_the_first_agent() {
        annTransfersToBob()
                .when(declines("bob", "CA1"))
                .then(declined("bob", "CA1", DeclinedBy.CLICK), byRedirect(comesBack("CA1", "ann")))
                .after(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(picksUp("ann", "CA1"))
                .then(answers("ann", "CA1"));
    }

    @Test
    void a_target_who_does_not_answer_sends_the_call_back_too() {
        annTransfersToBob()
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"),
                        comesBack("CA1", "ann"),
                        handsOut("CA1", 3));
    }

    @Test
    void when_the_first_agent_does_not_take_it_back_the_call_is_parked() {
        Scenario scenario = annTransfersToBob();
        Document bobsDial = scenario.document("CA1");

        scenario.after(legReports("bob", "CA1", CallStatus.BUSY), dialEnds("CA1", CallStatus.BUSY, bobsDial))
                .passing(Duration.ofSeconds(35))
                .when(timerElapses("CA1"))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"), byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void when_the_first_agent_has_gone_the_call_is_parked_at_once() {
        annTransfersToBob()
                .after(becomes("ann", Availability.OFFLINE))
                .when(declines("bob", "CA1"))
                .then(declined("bob", "CA1", DeclinedBy.CLICK), byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void a_first_agent_who_wants_no_further_call_still_gets_this_one_back() {
        annTransfersToBob()
                .after(becomes("ann", Availability.AWAY))
                .when(declines("bob", "CA1"))
                .then(declined("bob", "CA1", DeclinedBy.CLICK), byRedirect(comesBack("CA1", "ann")))
                .when(becomes("ann", Availability.OFFLINE))
                .then(
                        Facts.isNow("ann", Availability.OFFLINE),
                        stopsRinging("CA1", RingCancelReason.AGENT_UNAVAILABLE, "ann"),
                        byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void a_target_who_was_never_bridged_sends_the_call_back() {
        annTransfersToBob()
                .after(picksUp("bob", "CA1"))
                .when(legReports("bob", "CA1", CallStatus.FAILED))
                .then(Facts.releases("CA1", "bob", ReleaseReason.AGENT_LEG_FAILED), comesBack("CA1", "ann"));
    }

    @Test
    void a_target_who_was_never_bridged_sends_the_call_to_the_lot_where_the_first_agent_talks_again() {
        annTransfersToBob()
                .after(picksUp("bob", "CA1"), received("CA2"), picksUp("ann", "CA2"))
                .when(legReports("bob", "CA1", CallStatus.FAILED))
                .then(Facts.releases("CA1", "bob", ReleaseReason.AGENT_LEG_FAILED), isParked("CA1", "ann"));
    }

    /** They were free for a moment, and a call has come to ring for them: nobody is rung beyond what they may hold. */
    @Test
    void who_gets_the_call_back_is_rung_by_no_other_any_more() {
        annTransfersToBob()
                .after(picksUp("bob", "CA1"), received("CA2"))
                .when(legReports("bob", "CA1", CallStatus.FAILED))
                .then(
                        Facts.releases("CA1", "bob", ReleaseReason.AGENT_LEG_FAILED),
                        comesBack("CA1", "ann"),
                        stopsRinging("CA2", RingCancelReason.AGENT_BUSY, "ann"),
                        byRedirect(rings("CA2", "bob")));
    }

    @Test
    void the_end_of_the_old_dial_is_not_the_end_of_the_call() {
        Scenario scenario = annTalks(available("bob"));
        Document annsDial = scenario.document("CA1");

        scenario.after(transfers("ann", "CA1", "bob"))
                .when(dialEnds("CA1", CallStatus.COMPLETED, annsDial))
                .then(ignores(IgnoreReason.STALE), handsOut("CA1", 2))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED, annsDial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void a_caller_who_leaves_frees_both_agents() {
        Scenario scenario =
                annTransfersToBob().when(callerHangsUp("CA1")).then(ends("CA1", EndReason.CALLER_LEG_ENDED, "bob"));

        assertThat(scenario.agent("ann").isFree()).isTrue();
        assertThat(scenario.agent("bob").isFree()).isTrue();
    }

    @Test
    void who_is_handing_the_call_over_may_hang_up() {
        Scenario scenario = annTransfersToBob().when(hangsUp("ann", "CA1")).then(startsToHangUp("ann", "CA1", "bob"));

        assertThat(scenario.agent("ann").isFree()).isTrue();
    }

    @Test
    void where_the_redirect_is_given_up_the_first_agent_still_has_the_caller() {
        Scenario scenario = annTalks(available("bob"))
                .after(transfers("ann", "CA1", "bob"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(
                        givesUp("CA1"),
                        stopsRinging("CA1", RingCancelReason.CALL_CONTROL_FAILED, "bob"),
                        keeps("ann", "CA1"));

        assertThat(scenario.agent("bob").isFree()).isTrue();
    }
}
