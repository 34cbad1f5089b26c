package io.switchlog.decider;

import static io.switchlog.decider.Facts.answers;
import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.dialsAlone;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.releases;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between the claim and the conversation: the claimant's device comes up, or the claim is released. */
class ConnectingTest {

    @Test
    void a_losers_device_may_end_the_dial_and_the_claimant_is_then_dialled_alone_and_answers() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(picksUp("bob", "CA1"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"))
                .when(legReports("ann", "CA1", CallStatus.CANCELED))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(dialEnds("CA1", CallStatus.COMPLETED))
                .then(dialsAlone("CA1", "ann"), handsOut("CA1", 2))
                .when(picksUp("ann", "CA1"))
                .then(answers("ann", "CA1"));
    }

    @Test
    void a_dial_that_times_out_just_after_the_claim_dials_the_claimant_alone() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(legReports("ann", "CA1", CallStatus.NO_ANSWER))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(dialsAlone("CA1", "ann"), handsOut("CA1", 2));
    }

    @Test
    void dialled_alone_the_claimant_has_no_more_time_than_before() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), claims("ann", "CA1"));
        Timer before = scenario.call("CA1").timer();

        scenario.passing(Duration.ofSeconds(4)).after(dialEnds("CA1", CallStatus.COMPLETED));

        assertThat(scenario.call("CA1").timer()).isEqualTo(before);
    }

    @Test
    void dialled_alone_and_not_answered_the_claim_is_released() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), dialEnds("CA1", CallStatus.COMPLETED))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"), handsOut("CA1", 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"BUSY", "FAILED"})
    void dialled_alone_and_rejected_the_claim_is_released_without_an_instruction(CallStatus status) {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), dialEnds("CA1", CallStatus.COMPLETED))
                .when(legReports("ann", "CA1", status))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), rings("CA1", "bob"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"BUSY", "FAILED"})
    void a_claimant_whose_leg_fails_is_released_by_redirect_while_others_may_still_ring(CallStatus status) {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(legReports("ann", "CA1", status))
                .then(releases("CA1", "ann", ReleaseReason.AGENT_LEG_FAILED), byRedirect(rings("CA1", "bob")));
    }

    @Test
    void a_losers_leg_that_fails_changes_nothing() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(legReports("bob", "CA1", CallStatus.BUSY))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void a_leg_of_the_dial_that_is_over_does_not_release_a_claimant_dialled_alone() {
        Scenario scenario =
                workspace().with(available("ann"), available("bob")).after(received("CA1"), claims("ann", "CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.COMPLETED))
                .when(legReports("ann", "CA1", CallStatus.BUSY, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void a_device_has_ten_seconds_to_come_up() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));

        scenario.when(claims("ann", "CA1"));

        long claim = scenario.outcome().sequence();
        assertThat(scenario.fact(ClaimGranted.class).connectTimeoutSeconds()).isEqualTo(10);
        assertThat(scenario.call("CA1").timer())
                .isEqualTo(
                        new Timer(scenario.decidedAt().plusSeconds(10), Timer.Owner.CALL, "CA1", "connect:" + claim));
    }

    @Test
    void a_device_has_as_long_as_the_workspace_grants() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(
                        configures(new RoutingSettings.Change(null, 17, null, null, null, null, null, null, null)),
                        received("CA1"));

        scenario.when(claims("ann", "CA1"));

        assertThat(scenario.state().timersDue(scenario.decidedAt().plusMillis(16_999)))
                .isEmpty();
        assertThat(scenario.state().timersDue(scenario.decidedAt().plusSeconds(17)))
                .hasSize(1);
    }

    @Test
    void a_claimant_who_does_not_come_up_is_released_and_the_others_are_rung_again() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"), available("carol"), available("dave"))
                .after(received("CA1"), declines("carol", "CA1"), claims("ann", "CA1"))
                .passing(Duration.ofSeconds(10))
                .when(timerElapses("CA1"))
                .then(releases("CA1", "ann", ReleaseReason.CONNECT_TIMEOUT), byRedirect(rings("CA1", "bob", "dave")));

        assertThat(scenario.agent("ann").callSids()).isEmpty();
    }

    @Test
    void the_released_one_may_not_claim_it_back() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), timerElapses("CA1"))
                .when(claims("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.NOT_OFFERED));
    }

    @Test
    void after_a_release_the_caller_goes_to_voicemail_when_nobody_else_answers() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), timerElapses("CA1"))
                .when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void after_a_release_the_caller_goes_to_voicemail_when_there_is_nobody_else() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(timerElapses("CA1"))
                .then(
                        releases("CA1", "ann", ReleaseReason.CONNECT_TIMEOUT),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void everybody_may_be_released_in_turn_and_nobody_is_rung_twice_by_that() {
        workspace()
                .with(available("ann"), available("bob"), available("carol"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(timerElapses("CA1"))
                .then(releases("CA1", "ann", ReleaseReason.CONNECT_TIMEOUT), byRedirect(rings("CA1", "bob", "carol")))
                .after(claims("bob", "CA1"))
                .when(timerElapses("CA1"))
                .then(releases("CA1", "bob", ReleaseReason.CONNECT_TIMEOUT), byRedirect(rings("CA1", "carol")))
                .after(claims("carol", "CA1"))
                .when(timerElapses("CA1"))
                .then(
                        releases("CA1", "carol", ReleaseReason.CONNECT_TIMEOUT),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void the_timer_of_a_released_claim_has_gone_when_another_one_connects() {
        Scenario scenario =
                workspace().with(available("ann"), available("bob")).after(received("CA1"), claims("ann", "CA1"));
        Timer ofAnn = Objects.requireNonNull(scenario.call("CA1").timer());

        scenario.after(timerElapses("CA1"), claims("bob", "CA1"))
                .when(timerElapses("CA1", ofAnn.timerId()))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }

    @Test
    void once_answered_nothing_is_due_any_more() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), claims("ann", "CA1"));
        Timer ofAnn = Objects.requireNonNull(scenario.call("CA1").timer());

        scenario.after(picksUp("ann", "CA1"))
                .when(timerElapses("CA1", ofAnn.timerId()))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }
}
