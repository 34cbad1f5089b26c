package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.dialEndsBridged;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody answers: Twilio says so, or our own timer does when Twilio does not. */
class RingTimeoutTest {

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"NO_ANSWER", "BUSY", "FAILED"})
    void when_twilio_gives_up_the_caller_is_asked_for_a_message(CallStatus status) {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(dialEnds("CA1", status))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann", "bob"),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED),
                        handsOut("CA1", 2));
    }

    @Test
    void a_dial_that_ends_as_if_completed_though_nobody_was_up_is_no_end() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(dialEnds("CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.NOBODY_WAS_CONNECTED), handsOut("CA1", 1))
                .when(dialEndsBridged("CA1", false))
                .then(ignores(IgnoreReason.NOBODY_WAS_CONNECTED), handsOut("CA1", 1));
    }

    @Test
    void a_dial_that_goes_on_after_a_false_end_has_no_more_time_than_it_had() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Timer before = scenario.call("CA1").timer();

        scenario.passing(Duration.ofSeconds(20)).after(dialEnds("CA1", CallStatus.COMPLETED));

        assertThat(scenario.call("CA1").timer()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"30, 25, 35", "5, 5, 15", "8, 5, 15", "60, 55, 65", "600, 595, 605"})
    void twilio_rings_five_seconds_less_than_set_and_our_timer_waits_five_more(int set, int dialled, int ours) {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(configures(new RoutingSettings.Change(set, null, null, null, null, null, null, null, null)))
                .when(received("CA1"));

        assertThat(scenario.fact(CallRinging.class).dialTimeoutSeconds()).isEqualTo(dialled);
        assertThat(scenario.call("CA1").timer())
                .extracting(Timer::dueAt)
                .isEqualTo(scenario.decidedAt().plusSeconds(ours));
    }

    @Test
    void the_timer_is_the_backstop_and_needs_a_redirect() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .passing(Duration.ofSeconds(35))
                .when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann", "bob"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void the_timer_of_an_attempt_is_due_at_its_deadline_and_not_before() {
        Scenario scenario = workspace().with(available("ann")).when(received("CA1"));

        assertThat(scenario.state().timersDue(scenario.decidedAt().plusMillis(34_999)))
                .isEmpty();
        assertThat(scenario.state().timersDue(scenario.decidedAt().plusSeconds(35)))
                .extracting(Timer::timerId)
                .containsExactly(scenario.timer("CA1"));
    }

    @Test
    void the_timer_of_an_earlier_attempt_has_gone() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"));
        String first = scenario.timer("CA1");

        scenario.after(dialEnds("CA1", CallStatus.NO_ANSWER))
                .when(timerElapses("CA1", first))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }

    @Test
    void the_caller_hears_the_greeting_that_is_set_at_that_time() {
        VoicemailOffered offered = workspace()
                .after(configures(
                        new RoutingSettings.Change(null, null, null, "Gone fishing.", 60, 4, null, null, null)))
                .when(received("CA1"))
                .fact(VoicemailOffered.class);

        assertThat(offered.greeting()).isEqualTo("Gone fishing.");
        assertThat(offered.maxSeconds()).isEqualTo(60);
        assertThat(offered.silenceSeconds()).isEqualTo(4);
    }
}
