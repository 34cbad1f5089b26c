package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.retires;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.recorded;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The workspace's time, and what is due in it. */
class TimersTest {

    @Test
    void an_ended_call_is_kept_for_an_hour_and_then_forgotten() {
        Scenario scenario =
                workspace().with(available("ann")).after(received("CA1")).when(callerHangsUp("CA1"));

        assertThat(scenario.call("CA1").timer())
                .isEqualTo(
                        new Timer(scenario.decidedAt().plus(Duration.ofHours(1)), Timer.Owner.CALL, "CA1", "retire"));
        scenario.passing(Duration.ofHours(1)).when(timerElapses("CA1")).then(retires("CA1"));
        assertThat(scenario.state().call("CA1")).isNull();
        assertThat(scenario.state().timersDue(Instant.MAX)).isEmpty();
    }

    @Test
    void webhooks_after_that_are_refused() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), callerHangsUp("CA1"), timerElapses("CA1"))
                .when(recorded("CA1", "RE1", 17))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .when(dialEnds("CA1", CallStatus.COMPLETED))
                .then(refuses(RefusalReason.UNKNOWN_CALL))
                .when(claims("ann", "CA1"))
                .then(refusesClaim("CA1", "ann", RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void a_late_webhook_does_not_prolong_the_hour() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), callerHangsUp("CA1"));
        Timer before = scenario.call("CA1").timer();

        scenario.passing(Duration.ofMinutes(30)).after(callerHangsUp("CA1"), recorded("CA1", "RE1", 17));

        assertThat(scenario.call("CA1").timer()).isEqualTo(before);
    }

    @Test
    void time_never_runs_backwards() {
        Scenario scenario = workspace().with(available("ann")).passing(Duration.ofMinutes(1));
        Instant before = scenario.when(received("CA1")).decidedAt();

        scenario.onAClockThatIsLateBy(Duration.ofSeconds(40)).when(claims("ann", "CA1"));

        assertThat(scenario.decidedAt()).isEqualTo(before);
        assertThat(scenario.call("CA1").timer()).extracting(Timer::dueAt).isEqualTo(before.plusSeconds(10));
    }

    @Test
    void a_timer_moves_the_workspaces_time_to_its_due_time_when_the_logs_clock_is_late() {
        Scenario scenario = workspace().with(available("ann")).when(received("CA1"));
        Instant received = scenario.decidedAt();

        scenario.when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
        assertThat(scenario.decidedAt()).isEqualTo(received.plusSeconds(35));

        scenario.passing(Duration.ofSeconds(1)).when(callerHangsUp("CA1"));
        assertThat(scenario.decidedAt()).isEqualTo(received.plusSeconds(35));
    }

    @Test
    void a_timer_that_is_late_counts_at_the_logs_time() {
        Scenario scenario = workspace().with(available("ann")).when(received("CA1"));
        Instant received = scenario.decidedAt();

        scenario.passing(Duration.ofSeconds(90)).when(timerElapses("CA1"));

        assertThat(scenario.decidedAt()).isEqualTo(received.plusSeconds(90));
    }

    @Test
    void a_timer_that_has_gone_moves_no_time() {
        Scenario scenario = workspace().with(available("ann")).when(received("CA1"));
        Instant received = scenario.decidedAt();

        scenario.when(timerElapses("CA1", "retire")).then(ignores(IgnoreReason.TIMER_GONE));

        assertThat(scenario.decidedAt()).isEqualTo(received);
    }

    @Test
    void a_timer_repeated_by_the_engine_fires_once() {
        Scenario scenario = workspace().with(Member.agents(21)).after(received("CA1"));
        String timer = scenario.timer("CA1");

        scenario.when(timerElapses("CA1", timer))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, Member.named(1, 10)),
                        byRedirect(rings("CA1", Member.named(11, 20))))
                .when(timerElapses("CA1", timer))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }

    @Test
    void unknown_timers_and_timers_of_unknown_calls_change_nothing() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        String timer = scenario.timer("CA1");

        scenario.when(timerElapses("CA1", "nonsense"))
                .then(ignores(IgnoreReason.TIMER_GONE))
                .when(timerElapses("CA9", timer))
                .then(ignores(IgnoreReason.TIMER_GONE))
                .after(picksUp("ann", "CA1"))
                .when(timerElapses("CA1", timer))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }

    @Test
    void timers_are_due_earliest_first() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA2"), received("CA1"))
                .passing(Duration.ofSeconds(1))
                .after(claims("ann", "CA2"), received("CA3"));

        assertThat(scenario.state().timersDue(Instant.MAX))
                .extracting(Timer::id)
                .containsExactly("CA2", "CA1", "CA3");
    }
}
