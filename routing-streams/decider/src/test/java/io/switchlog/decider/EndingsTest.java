package io.switchlog.decider;

import static io.switchlog.decider.Facts.concludes;
import static io.switchlog.decider.Facts.ends;
import static io.switchlog.decider.Facts.givesUp;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.releases;
import static io.switchlog.decider.Facts.retires;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.startsToHangUp;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.OFFER_AGAIN;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.callerHungUp;
import static io.switchlog.decider.Happenings.callerLegIs;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.dialEndsBridged;
import static io.switchlog.decider.Happenings.hangsUp;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Member.supervisor;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls end, from any state, and that everybody is free afterwards. */
class EndingsTest {

    @Test
    void a_caller_who_hangs_up_while_phones_ring_silences_them() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(callerHangsUp("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.CALL_ENDED, "ann", "bob"),
                        ends("CA1", EndReason.CALLER_LEG_ENDED));

        assertThat(scenario.agent("ann").offeredCallSids()).isEmpty();
    }

    @Test
    void a_caller_who_hangs_up_before_the_claimant_is_up_frees_the_claimant() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(callerHangsUp("CA1"))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED, "ann"));

        assertThat(scenario.agent("ann").callSids()).isEmpty();
    }

    @Test
    void a_caller_who_hangs_up_ends_the_conversation_and_frees_the_agent() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .passing(Duration.ofMinutes(3))
                .when(callerHangsUp("CA1"))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED, "ann"));

        assertThat(scenario.agent("ann").callSids()).isEmpty();
        assertThat(scenario.agent("ann").idleSince()).isEqualTo(scenario.decidedAt());
    }

    @Test
    void a_caller_who_hangs_up_on_the_voicemail_ends_the_call() {
        workspace().after(received("CA1")).when(callerHangsUp("CA1")).then(ends("CA1", EndReason.CALLER_LEG_ENDED));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"COMPLETED", "BUSY", "FAILED", "NO_ANSWER", "CANCELED"})
    void any_final_status_of_the_callers_leg_ends_the_call(CallStatus status) {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(callerLegIs("CA1", status))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED, "ann"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"QUEUED", "INITIATED", "RINGING", "IN_PROGRESS", "ANSWERED"})
    void any_other_status_of_the_callers_leg_changes_nothing(CallStatus status) {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(callerLegIs("CA1", status))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_call_ends_once() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), callerHangsUp("CA1"))
                .when(callerHangsUp("CA1"))
                .then(ignores(IgnoreReason.CALL_ENDED));
    }

    @Test
    void an_end_that_overtakes_its_call_is_kept_and_the_call_never_rings() {
        workspace()
                .with(available("ann"))
                .when(callerHangsUp("CA1"))
                .then(ends("CA1", EndReason.NOT_RECEIVED))
                .when(received("CA1"))
                .then(ignores(IgnoreReason.CALL_ENDED))
                .passing(Duration.ofHours(1))
                .when(timerElapses("CA1"))
                .then(retires("CA1"));
    }

    @Test
    void an_end_of_half_an_hour_ago_overtakes_nothing() {
        Instant halfAnHourAgo = Scenario.MORNING.minus(Duration.ofMinutes(30));
        workspace()
                .when(callerHungUp("CA1", halfAnHourAgo))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .when(callerHungUp("CA1", halfAnHourAgo.plusMillis(1)))
                .then(ends("CA1", EndReason.NOT_RECEIVED));
    }

    @Test
    void any_other_status_of_a_call_that_nobody_knows_is_refused() {
        workspace().when(callerLegIs("CA9", CallStatus.IN_PROGRESS)).then(refuses(RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void the_holder_may_hang_up_and_is_free_when_twilio_has_ended_the_callers_leg() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(startsToHangUp("ann", "CA1", "ann"));
        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1");

        scenario.when(instructionIs(CallControlOutcome.HUNG_UP, "CA1"))
                .then(concludes("CA1", CallControlOutcome.HUNG_UP), ends("CA1", EndReason.AGENT_HUNG_UP, "ann"));
        assertThat(scenario.agent("ann").callSids()).isEmpty();
    }

    @Test
    void whoever_tells_first_of_the_end_of_a_leg_that_was_hung_up_ends_the_call_once() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), hangsUp("ann", "CA1"))
                .when(callerHangsUp("CA1"))
                .then(ends("CA1", EndReason.AGENT_HUNG_UP, "ann"))
                .when(instructionIs(CallControlOutcome.HUNG_UP, "CA1", 0))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void the_holder_may_hang_up_before_the_device_is_up() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(startsToHangUp("ann", "CA1", "ann"));
    }

    @Test
    void a_hang_up_that_was_given_up_keeps_the_agent_and_is_tried_again() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), hangsUp("ann", "CA1"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"));
        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1");

        scenario.passing(Duration.ofSeconds(30))
                .when(timerElapses("CA1"))
                .then(startsToHangUp("ann", "CA1", "ann"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(startsToHangUp("ann", "CA1", "ann"))
                .when(instructionIs(CallControlOutcome.HUNG_UP, "CA1"))
                .then(concludes("CA1", CallControlOutcome.HUNG_UP), ends("CA1", EndReason.AGENT_HUNG_UP, "ann"));
    }

    @Test
    void while_a_hang_up_is_under_way_another_click_changes_nothing() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), hangsUp("ann", "CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_call_that_is_being_hung_up_can_be_neither_claimed_nor_picked_up_nor_declined() {
        workspace()
                .with(available("ann"), supervisor("sam"))
                .after(received("CA1"), hangsUp("sam", "CA1"))
                .when(claims("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.CALL_ENDED))
                .when(picksUp("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.CALL_ENDED))
                .when(declines("ann", "CA1"))
                .then(refuses(RefusalReason.CALL_ENDED));
    }

    @Test
    void a_caller_who_asks_while_being_hung_up_is_told_to_hang_up() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), hangsUp("ann", "CA1"))
                .when(dialEndsBridged("CA1", true))
                .then(ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }

    @Test
    void another_agent_may_not_hang_up() {
        workspace()
                .with(available("ann"), available("bob"), operator("olga"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(hangsUp("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "ann"))
                .when(hangsUp("olga", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL, "ann"))
                .when(hangsUp("nobody", "CA1"))
                .then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void nobody_but_a_supervisor_may_hang_up_what_only_rings() {
        workspace()
                .with(available("ann"), supervisor("sam"))
                .after(received("CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(refuses(RefusalReason.NOT_YOUR_CALL))
                .when(hangsUp("sam", "CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.CALL_ENDED, "ann", "sam"),
                        startsToHangUp("sam", "CA1", null));
    }

    @Test
    void a_supervisor_may_hang_up_for_anybody() {
        workspace()
                .with(available("ann"), supervisor("sam"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(hangsUp("sam", "CA1"))
                .then(startsToHangUp("sam", "CA1", "ann"));
    }

    @Test
    void what_is_over_or_unknown_can_not_be_hung_up() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), callerHangsUp("CA1"))
                .when(hangsUp("ann", "CA1"))
                .then(refuses(RefusalReason.CALL_ENDED))
                .when(hangsUp("ann", "CA9"))
                .then(refuses(RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void an_agents_leg_that_ends_without_a_click_ends_the_call_with_its_dial() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(dialEndsBridged("CA1", true))
                .then(ends("CA1", EndReason.AGENT_LEG_ENDED, "ann"));
    }

    @Test
    void by_setting_the_caller_is_offered_to_the_others_instead() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(configures(OFFER_AGAIN), received("CA1"), picksUp("ann", "CA1"))
                .after(legReports("ann", "CA1", CallStatus.COMPLETED))
                .when(dialEndsBridged("CA1", true))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_ENDED), rings("CA1", "bob"), handsOut("CA1", 2));
    }

    @Test
    void the_end_of_the_dial_decides_without_news_of_the_agents_leg() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(dialEnds("CA1", CallStatus.COMPLETED))
                .then(ends("CA1", EndReason.AGENT_LEG_ENDED, "ann"));
        workspace()
                .with(available("ann"), available("bob"))
                .after(configures(OFFER_AGAIN), received("CA1"), picksUp("ann", "CA1"))
                .when(dialEndsBridged("CA1", true))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_ENDED), rings("CA1", "bob"), handsOut("CA1", 2));
    }

    @Test
    void in_whatever_order_the_two_ends_of_an_unbridged_leg_come_the_caller_is_offered_again() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"), legReports("ann", "CA1", CallStatus.COMPLETED))
                .when(dialEndsBridged("CA1", false))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"), handsOut("CA1", 2));
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"), dialEndsBridged("CA1", false))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"BUSY", "FAILED", "NO_ANSWER", "CANCELED"})
    void a_dial_that_failed_connected_nobody_even_if_a_leg_was_let_through(CallStatus status) {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(dialEnds("CA1", status))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"), handsOut("CA1", 2));
    }

    @Test
    void a_leg_that_was_up_but_never_bridged_releases_the_claim() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(dialEndsBridged("CA1", false))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"), handsOut("CA1", 2));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"BUSY", "FAILED", "NO_ANSWER", "CANCELED"})
    void a_leg_that_was_up_and_failed_releases_the_claim(CallStatus status) {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(legReports("ann", "CA1", status))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"));
    }

    @Test
    void a_losers_leg_that_ends_ends_nothing() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(legReports("bob", "CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(legReports("bob", "CA1", CallStatus.CANCELED))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void news_of_legs_after_the_end_or_of_unknown_calls_change_nothing() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"), callerHangsUp("CA1"))
                .when(legReports("ann", "CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.CALL_ENDED))
                .when(legReports("ann", "CA9", CallStatus.COMPLETED))
                .then(refuses(RefusalReason.UNKNOWN_CALL));
    }
}
