package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agents who do not want a call, and devices that cannot be reached. */
class DeclinesTest {

    @Test
    void who_declines_is_not_rung_any_more_and_the_others_are() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(declines("ann", "CA1"))
                .then(declined("ann", "CA1", DeclinedBy.CLICK));

        assertThat(scenario.agent("ann").offeredCallSids()).isEmpty();
        assertThat(scenario.agent("bob").offeredCallSids()).containsExactly("CA1");
    }

    @Test
    void when_all_decline_by_click_the_ringing_devices_are_cut_off_by_a_redirect() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), declines("ann", "CA1"))
                .when(declines("bob", "CA1"))
                .then(
                        declined("bob", "CA1", DeclinedBy.CLICK),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void when_all_reject_on_their_devices_twilio_asks_by_itself_what_is_next() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(legReports("ann", "CA1", CallStatus.BUSY))
                .then(declined("ann", "CA1", DeclinedBy.DEVICE))
                .when(legReports("bob", "CA1", CallStatus.BUSY))
                .then(
                        declined("bob", "CA1", DeclinedBy.DEVICE),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED));
    }

    @Test
    void one_silenced_device_that_may_still_ring_is_enough_for_a_redirect() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), declines("ann", "CA1"))
                .when(legReports("bob", "CA1", CallStatus.BUSY))
                .then(
                        declined("bob", "CA1", DeclinedBy.DEVICE),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void the_last_one_to_leave_by_click_needs_a_redirect_too() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), legReports("ann", "CA1", CallStatus.NO_ANSWER))
                .when(declines("bob", "CA1"))
                .then(
                        declined("bob", "CA1", DeclinedBy.CLICK),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void a_device_that_does_not_answer_is_not_rung_any_more() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(legReports("ann", "CA1", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"));
    }

    @Test
    void devices_that_cannot_be_reached_send_the_caller_on_without_an_instruction() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(legReports("ann", "CA1", CallStatus.FAILED))
                .then(stopsRinging("CA1", RingCancelReason.DEVICE_UNREACHABLE, "ann"))
                .when(legReports("bob", "CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED));
    }

    @Test
    void when_the_first_wave_declines_the_next_one_is_rung() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"));
        for (String agentId : Member.named(1, 9)) {
            scenario.when(declines(agentId, "CA1")).then(declined(agentId, "CA1", DeclinedBy.CLICK));
        }

        scenario.when(declines("agent10", "CA1"))
                .then(declined("agent10", "CA1", DeclinedBy.CLICK), byRedirect(rings("CA1", "agent11")));
    }

    @Test
    void the_end_of_the_dial_whose_legs_all_ended_delivers_what_was_decided_by_then() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(legReports("ann", "CA1", CallStatus.BUSY))
                .when(dialEnds("CA1", CallStatus.BUSY, dial))
                .then(ignores(IgnoreReason.STALE), handsOut("CA1", 2));
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"QUEUED", "INITIATED", "RINGING", "IN_PROGRESS", "ANSWERED", "CANCELED", "COMPLETED"})
    void other_news_of_a_ringing_leg_changes_nothing(CallStatus status) {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(legReports("ann", "CA1", status))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void news_of_a_leg_that_rings_no_more_changes_nothing() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), declines("ann", "CA1"))
                .when(legReports("ann", "CA1", CallStatus.BUSY))
                .then(ignores(IgnoreReason.NO_CHANGE))
                .when(legReports("ann", "CA1", CallStatus.NO_ANSWER))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void news_of_a_leg_of_an_earlier_attempt_is_stale() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(legReports("agent11", "CA1", CallStatus.BUSY, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void news_of_a_leg_of_the_dial_that_a_redirect_is_about_to_cut_off_is_stale() {
        Scenario scenario = workspace().with(available("ann"), available("bob")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(claims("ann", "CA1"), timerElapses("CA1"))
                .when(legReports("bob", "CA1", CallStatus.NO_ANSWER, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void news_of_a_leg_of_an_earlier_delivery_is_stale() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.COMPLETED))
                .when(legReports("ann", "CA1", CallStatus.BUSY, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void declining_twice_changes_nothing_more() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), declines("ann", "CA1"))
                .when(declines("ann", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void declining_what_has_gone_to_voicemail_meanwhile_changes_nothing_more() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), declines("ann", "CA1"))
                .when(declines("ann", "CA1"))
                .then(ignores(IgnoreReason.NO_CHANGE));
    }

    @Test
    void only_what_rings_for_oneself_can_be_declined() {
        workspace()
                .with(available("ann"), away("bob"))
                .after(received("CA1"))
                .when(declines("bob", "CA1"))
                .then(refuses(RefusalReason.NOT_OFFERED))
                .when(declines("nobody", "CA1"))
                .then(refuses(RefusalReason.NOT_OFFERED))
                .when(declines("ann", "CA9"))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .after(timerElapses("CA1"))
                .when(declines("ann", "CA1"))
                .then(refuses(RefusalReason.NOT_RINGING));
    }

    @Test
    void what_somebody_holds_can_not_be_declined() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(declines("bob", "CA1"))
                .then(refuses(RefusalReason.ALREADY_CLAIMED, "ann"))
                .after(picksUp("ann", "CA1"))
                .when(declines("bob", "CA1"))
                .then(refuses(RefusalReason.ALREADY_CLAIMED, "ann"))
                .after(callerHangsUp("CA1"))
                .when(declines("bob", "CA1"))
                .then(refuses(RefusalReason.CALL_ENDED));
    }
}
