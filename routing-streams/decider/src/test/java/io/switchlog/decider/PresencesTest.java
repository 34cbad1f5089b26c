package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.comesBack;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.isGone;
import static io.switchlog.decider.Facts.isNow;
import static io.switchlog.decider.Facts.isParked;
import static io.switchlog.decider.Facts.receives;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.closesStream;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.fallsSilent;
import static io.switchlog.decider.Happenings.isHeard;
import static io.switchlog.decider.Happenings.isHeardWithStream;
import static io.switchlog.decider.Happenings.isHeardWithoutDevice;
import static io.switchlog.decider.Happenings.parks;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.retrieves;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Happenings.transfers;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import io.switchlog.contract.Presence;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.RoutingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PresencesTest {

    private static final RoutingSettings.Change NEVER_RING_THE_UNPROVEN =
            new RoutingSettings.Change(null, null, null, null, null, null, null, null, false);

    @Test
    void the_first_heartbeat_says_that_the_agent_is_there() {
        Scenario scenario = workspace().with(away("ann"));

        scenario.when(isHeard("ann")).then(Facts.isHeard("ann", true));

        assertThat(scenario.agent("ann").attendance().presence()).isEqualTo(Presence.CONNECTED);
    }

    @Test
    void a_heartbeat_that_tells_nothing_new_leaves_no_event_and_is_believed_for_another_half_minute() {
        Scenario scenario = workspace().with(away("ann").atTheDesk()).passing(Duration.ofSeconds(20));

        scenario.when(isHeard("ann")).then();

        assertThat(scenario.agent("ann").attendance().heardUntil())
                .isEqualTo(scenario.decidedAt().plusSeconds(30));
    }

    @Test
    void who_falls_silent_is_gone_and_what_they_said_of_themselves_holds_when_they_are_back() {
        Scenario scenario = workspace().with(available("ann").atTheDesk());

        scenario.when(fallsSilent("ann")).then(isGone("ann"));
        assertThat(scenario.agent("ann").isFree()).isFalse();
        assertThat(scenario.agent("ann").timer()).isNull();

        scenario.when(isHeard("ann")).then(Facts.isHeard("ann", true));
        assertThat(scenario.agent("ann").isFree()).isTrue();
    }

    @Test
    void a_timer_that_a_heartbeat_has_overtaken_changes_nothing() {
        Scenario scenario = workspace().with(available("ann").atTheDesk());
        String overtaken = Objects.requireNonNull(scenario.agent("ann").timer()).timerId();

        scenario.passing(Duration.ofSeconds(10))
                .after(isHeard("ann"))
                .when(fallsSilent("ann", overtaken))
                .then(ignores(IgnoreReason.TIMER_GONE));
    }

    @Test
    void the_time_out_is_a_setting() {
        Scenario scenario = workspace()
                .with(away("ann"))
                .after(configures(new RoutingSettings.Change(null, null, null, null, null, null, null, 7, null)))
                .when(isHeard("ann"));

        assertThat(scenario.agent("ann").attendance().heardUntil())
                .isEqualTo(scenario.decidedAt().plusSeconds(7));
    }

    @Test
    void a_page_that_sleeps_with_its_stream_open_may_be_silent_for_more_than_a_minute() {
        Scenario scenario = workspace().with(away("ann")).when(isHeardWithStream("ann"));

        assertThat(scenario.agent("ann").attendance().heardUntil())
                .isEqualTo(scenario.decidedAt().plusSeconds(90));
    }

    @Test
    void another_tab_without_a_stream_does_not_take_that_back() {
        Scenario scenario = workspace().with(away("ann")).after(isHeardWithStream("ann"));
        Instant promised = scenario.agent("ann").attendance().heardUntil();

        scenario.when(isHeard("ann")).then();

        assertThat(scenario.agent("ann").attendance().heardUntil()).isEqualTo(promised);
    }

    @Test
    void a_stream_that_ends_without_another_heartbeat_leaves_the_usual_time() {
        Scenario scenario = workspace().with(away("ann")).after(isHeardWithStream("ann"));

        scenario.passing(Duration.ofSeconds(5)).when(closesStream("ann")).then();

        assertThat(scenario.agent("ann").attendance().heardUntil())
                .isEqualTo(scenario.decidedAt().plusSeconds(30));
    }

    @Test
    void the_end_of_a_stream_is_no_sign_of_life() {
        Scenario scenario = workspace().with(away("ann").atTheDesk());
        Instant believed = scenario.agent("ann").attendance().heardUntil();

        scenario.passing(Duration.ofSeconds(5)).when(closesStream("ann")).then();
        assertThat(scenario.agent("ann").attendance().heardUntil()).isEqualTo(believed);

        workspace().with(away("bob")).when(closesStream("bob")).then();
        workspace().when(closesStream("nobody")).then();
    }

    @Test
    void heartbeats_of_those_who_take_no_calls_are_refused() {
        workspace().with(operator("olga")).when(isHeard("olga")).then(refuses(RefusalReason.TAKES_NO_CALLS));
        workspace().when(isHeard("nobody")).then(refuses(RefusalReason.UNKNOWN_AGENT));
    }

    @Test
    void only_those_who_are_proven_to_be_there_are_rung() {
        workspace()
                .with(
                        available("ann"),
                        available("bob").atTheDesk(),
                        available("carol").atTheDesk())
                .after(fallsSilent("carol"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "bob"), Facts.handsOut("CA1", 1));
    }

    @Test
    void where_nobody_is_proven_those_are_rung_who_say_that_they_are_there_and_the_offer_says_so() {
        CallRinging ringing = workspace()
                .with(
                        available("ann"),
                        available("bob").atTheDesk(),
                        available("carol"),
                        away("dave").atTheDesk())
                .after(fallsSilent("bob"), isHeardWithoutDevice("carol"))
                .when(received("CA1"))
                .fact(CallRinging.class);

        assertThat(ringing.agentIds()).containsExactly("ann", "bob", "carol");
        assertThat(ringing.offer().considered())
                .extracting(Considered::verdict)
                .containsExactly(Verdict.FALLBACK, Verdict.FALLBACK, Verdict.FALLBACK, Verdict.AWAY);
    }

    @Test
    void a_workspace_can_do_without_that() {
        workspace()
                .with(available("ann"))
                .after(configures(NEVER_RING_THE_UNPROVEN))
                .when(received("CA1"))
                .then(
                        receives("CA1"),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_AVAILABLE),
                        Facts.handsOut("CA1", 1));
    }

    @Test
    void who_is_lost_while_ringing_lets_the_others_ring_on() {
        workspace()
                .with(available("ann").atTheDesk(), available("bob").atTheDesk())
                .after(received("CA1"))
                .when(fallsSilent("ann"))
                .then(isGone("ann"), stopsRinging("CA1", RingCancelReason.AGENT_DISCONNECTED, "ann"));
    }

    @Test
    void a_device_that_is_lost_while_ringing_has_the_call_offered_on() {
        workspace()
                .with(available("ann").atTheDesk(), available("bob").atTheDesk())
                .after(received("CA1"), declines("bob", "CA1"))
                .after(configures(NEVER_RING_THE_UNPROVEN))
                .when(isHeardWithoutDevice("ann"))
                .then(
                        Facts.isHeard("ann", false),
                        stopsRinging("CA1", RingCancelReason.AGENT_DISCONNECTED, "ann"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void who_was_rung_on_their_word_alone_is_rung_on_when_a_heartbeat_says_that_their_device_is_missing() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(isHeardWithoutDevice("ann"))
                .then(Facts.isHeard("ann", false));
    }

    @Test
    void what_was_handed_to_somebody_who_is_lost_goes_back() {
        Scenario transferred = workspace()
                .with(available("ann").atTheDesk(), available("bob").atTheDesk())
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"), transfers("ann", "CA1", "bob"));
        transferred
                .when(fallsSilent("bob"))
                .then(
                        isGone("bob"),
                        stopsRinging("CA1", RingCancelReason.AGENT_DISCONNECTED, "bob"),
                        byRedirect(comesBack("CA1", "ann")));

        Scenario retrieved = workspace()
                .with(available("ann").atTheDesk(), available("bob").atTheDesk())
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"), parks("ann", "CA1"))
                .after(retrieves("bob", "CA1"));
        retrieved
                .when(isHeardWithoutDevice("bob"))
                .then(
                        Facts.isHeard("bob", false),
                        stopsRinging("CA1", RingCancelReason.AGENT_DISCONNECTED, "bob"),
                        byRedirect(isParked("CA1", "ann")));
    }

    @Test
    void a_call_is_not_handed_to_somebody_who_is_known_to_be_gone() {
        workspace()
                .with(available("ann").atTheDesk(), available("bob").atTheDesk())
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"), fallsSilent("bob"))
                .when(transfers("ann", "CA1", "bob"))
                .then(refuses(RefusalReason.AGENT_UNAVAILABLE));
    }

    /** The phone may work on where the browser has died; the end of the leg decides. */
    @Test
    void who_is_lost_in_a_call_keeps_it() {
        Scenario scenario = workspace()
                .with(available("ann").atTheDesk())
                .after(received("CA1"), claims("ann", "CA1"), picksUp("ann", "CA1"));

        scenario.when(fallsSilent("ann")).then(isGone("ann"));

        assertThat(scenario.agent("ann").callSids()).containsExactly("CA1");
    }

    @Test
    void three_rings_in_a_row_that_nobody_answers_say_that_nobody_is_there() {
        Scenario scenario =
                workspace().with(available("ann").atTheDesk(), available("bob").atTheDesk());
        for (int call = 1; call <= 3; call++) {
            scenario.after(becomes("bob", Availability.AVAILABLE), received("CA" + call))
                    .after(timerElapses("CA" + call), callerHangsUp("CA" + call));
        }

        assertThat(scenario.agent("ann").readiness().passes()).isFalse();
        assertThat(scenario.agent("bob").readiness().score()).isEqualTo(95);
        scenario.when(received("CA4")).then(receives("CA4"), rings("CA4", "bob"), Facts.handsOut("CA4", 1));
    }

    @Test
    void whoever_shows_themselves_is_rung_again() {
        Scenario scenario = workspace().with(available("ann").atTheDesk());
        for (int call = 1; call <= 3; call++) {
            scenario.after(received("CA" + call), timerElapses("CA" + call), callerHangsUp("CA" + call));
        }

        scenario.when(becomes("ann", Availability.AVAILABLE)).then(isNow("ann", Availability.AVAILABLE));
        assertThat(scenario.agent("ann").readiness().score()).isEqualTo(100);
    }

    /** Three rings in a row, two minutes in all, during which the browser is heard all the time. */
    private static Scenario threeRingsMissed() {
        Scenario scenario = workspace().with(available("ann").atTheDesk());
        for (int call = 1; call <= 3; call++) {
            scenario.after(received("CA" + call), timerElapses("CA" + call), callerHangsUp("CA" + call))
                    .after(isHeardWithStream("ann"));
        }
        return scenario;
    }

    @Test
    void who_has_been_heard_for_five_minutes_since_gets_another_chance() {
        Scenario scenario = threeRingsMissed();
        for (int minute = 1; minute <= 4; minute++) {
            scenario.passing(Duration.ofMinutes(1))
                    .when(isHeardWithStream("ann"))
                    .then();
        }
        assertThat(scenario.agent("ann").readiness().passes()).isFalse();

        scenario.passing(Duration.ofMinutes(4)).when(isHeardWithStream("ann")).then(Facts.isHeard("ann", true));

        assertThat(scenario.agent("ann").readiness().score()).isEqualTo(100);
        scenario.when(received("CA4")).then(receives("CA4"), rings("CA4", "ann"), Facts.handsOut("CA4", 1));
    }

    /** A device that lost its network misses rings that no human could have answered. */
    @Test
    void what_was_missed_before_a_silence_does_not_count_after_it() {
        Scenario scenario = threeRingsMissed().after(fallsSilent("ann"));

        scenario.when(Happenings.isHeard("ann")).then(Facts.isHeard("ann", true));

        assertThat(scenario.agent("ann").readiness().score()).isEqualTo(100);
    }

    @Test
    void who_claims_or_declines_is_there() {
        Scenario scenario =
                workspace().with(available("ann").atTheDesk(), available("bob").atTheDesk());
        scenario.after(received("CA1"), timerElapses("CA1"), received("CA2"));
        assertThat(scenario.agent("ann").attendance().missedRings()).isEqualTo(1);

        scenario.after(claims("ann", "CA2"), received("CA3"), declines("bob", "CA3"));

        assertThat(scenario.agent("ann").attendance().missedRings()).isZero();
        assertThat(scenario.agent("bob").attendance().missedRings()).isZero();
    }
}
