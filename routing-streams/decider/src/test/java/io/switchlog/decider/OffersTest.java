package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.receives;
import static io.switchlog.decider.Facts.rings;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.agents;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Member.named;
import static io.switchlog.decider.Member.offline;
import static io.switchlog.decider.Member.operator;
import static io.switchlog.decider.Member.supervisor;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailOffered;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Offer;
import io.switchlog.contract.Offer.Considered;
import io.switchlog.contract.Offer.Verdict;
import io.switchlog.contract.Readiness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whom a call rings, in which order, and why nobody else. */
class OffersTest {

    @Test
    void a_call_rings_everybody_who_is_available_at_once() {
        workspace()
                .with(available("ann"), available("bob"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "ann", "bob"), handsOut("CA1", 1));
    }

    @Test
    void supervisors_are_rung_like_agents_and_operators_never() {
        workspace()
                .with(available("ann"), supervisor("sam"), operator("olga"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "ann", "sam"), handsOut("CA1", 1));
    }

    @Test
    void those_who_are_away_or_offline_are_left_in_peace() {
        workspace()
                .with(away("ann"), available("bob"), offline("carol"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "bob"), handsOut("CA1", 1));
    }

    @Test
    void with_nobody_available_the_caller_is_asked_for_a_message_at_once() {
        workspace()
                .with(away("ann"), offline("bob"), operator("olga"))
                .when(received("CA1"))
                .then(receives("CA1"), goesToVoicemail("CA1", VoicemailReason.NOBODY_AVAILABLE), handsOut("CA1", 1));
    }

    @Test
    void an_empty_workspace_takes_messages() {
        workspace()
                .when(received("CA1"))
                .then(receives("CA1"), goesToVoicemail("CA1", VoicemailReason.NOBODY_AVAILABLE), handsOut("CA1", 1));
    }

    @Test
    void those_who_have_waited_longest_come_first() {
        workspace()
                .with(available("zoe"), available("ann"), available("bob"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "zoe", "ann", "bob"), handsOut("CA1", 1));
    }

    @Test
    void who_has_just_had_a_call_has_waited_least() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .passing(Duration.ofMinutes(1))
                .after(callerHangsUp("CA1"))
                .when(received("CA2"))
                .then(receives("CA2"), rings("CA2", "bob", "ann"), handsOut("CA2", 1));
    }

    @Test
    void who_comes_back_from_a_break_starts_to_wait_anew() {
        workspace()
                .with(available("ann"), available("bob"))
                .passing(Duration.ofMinutes(1))
                .after(becomes("ann", Availability.AWAY), becomes("ann", Availability.AVAILABLE))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "bob", "ann"), handsOut("CA1", 1));
    }

    @Test
    void changing_the_reason_for_being_available_does_not_cost_the_place() {
        workspace()
                .with(available("ann"), available("bob"))
                .passing(Duration.ofMinutes(1))
                .after(becomes("ann", Availability.AVAILABLE, "back at my desk"))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "ann", "bob"), handsOut("CA1", 1));
    }

    @Test
    void equal_waiting_times_are_ordered_by_id() {
        workspace()
                .with(away("zoe"), away("ann"))
                .after(becomes("zoe", Availability.AVAILABLE), becomes("ann", Availability.AVAILABLE))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", "ann", "zoe"), handsOut("CA1", 1));
    }

    @Test
    void of_eleven_agents_ten_are_rung_and_the_last_one_after_them() {
        workspace()
                .with(agents(11))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", named(1, 10)), handsOut("CA1", 1))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, named(1, 10)),
                        rings("CA1", "agent11"),
                        handsOut("CA1", 2))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "agent11"),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED),
                        handsOut("CA1", 3));
    }

    @Test
    void twenty_five_agents_are_rung_in_three_waves() {
        workspace()
                .with(agents(25))
                .when(received("CA1"))
                .then(receives("CA1"), rings("CA1", named(1, 10)), handsOut("CA1", 1))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, named(1, 10)),
                        rings("CA1", named(11, 20)),
                        handsOut("CA1", 2))
                .when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, named(11, 20)),
                        byRedirect(rings("CA1", named(21, 25))))
                .when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, named(21, 25)),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));
    }

    @Test
    void who_comes_back_while_a_call_rings_is_rung_in_its_next_wave() {
        workspace()
                .with(available("ann"), away("bob"))
                .after(received("CA1"))
                .when(becomes("bob", Availability.AVAILABLE))
                .then(Facts.isNow("bob", Availability.AVAILABLE))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"), rings("CA1", "bob"), handsOut("CA1", 2));
    }

    @Test
    void an_agent_who_becomes_free_is_offered_the_calls_still_ringing_at_their_next_step() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), received("CA2"), callerHangsUp("CA1"))
                .when(dialEnds("CA2", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA2", RingCancelReason.NO_ANSWER, "bob"), rings("CA2", "ann"), handsOut("CA2", 2));
    }

    @Test
    void an_agent_whose_offer_was_withdrawn_for_another_call_is_offered_it_again_once_free() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"), claims("ann", "CA1"), callerHangsUp("CA1"))
                .when(dialEnds("CA2", CallStatus.NO_ANSWER))
                .then(stopsRinging("CA2", RingCancelReason.NO_ANSWER, "bob"), rings("CA2", "ann"), handsOut("CA2", 2));
    }

    @Test
    void the_offer_says_of_everybody_why() {
        Offer offer = workspace()
                .with(
                        available("ann").atTheDesk(),
                        available("bob").atTheDesk(),
                        away("carol"),
                        offline("dave").atTheDesk(),
                        operator("olga"),
                        available("rob"))
                .after(received("CA1"), claims("ann", "CA1"))
                .when(received("CA2"))
                .fact(CallRinging.class)
                .offer();

        assertThat(offer.considered())
                .containsExactly(
                        considered("bob", Verdict.CHOSEN, new Readiness(30, 20, 20, 15, 15)),
                        considered("ann", Verdict.AT_CAPACITY, new Readiness(30, 20, 20, 0, 15)),
                        considered("carol", Verdict.AWAY, new Readiness(0, 0, 0, 15, 15)),
                        considered("dave", Verdict.OFFLINE, new Readiness(0, 20, 20, 15, 15)),
                        considered("olga", Verdict.TAKES_NO_CALLS, new Readiness(0, 0, 0, 15, 15)),
                        considered("rob", Verdict.UNPROVEN, new Readiness(30, 0, 0, 15, 15)));
        assertThat(offer.others()).isEmpty();
    }

    @Test
    void the_offer_of_a_message_says_of_everybody_why_not() {
        Offer offer = workspace()
                .with(available("ann"), available("bob"), available("carol"))
                .after(received("CA1"), claims("carol", "CA1"), timerElapses("CA1"), declines("bob", "CA1"))
                .when(timerElapses("CA1"))
                .fact(VoicemailOffered.class)
                .offer();

        assertThat(offer.considered())
                .extracting(Considered::agentId, Considered::verdict)
                .containsExactly(
                        tuple("ann", Verdict.RUNG_BEFORE),
                        tuple("bob", Verdict.DECLINED),
                        tuple("carol", Verdict.RELEASED));
    }

    @Test
    void the_eleventh_is_told_to_be_next() {
        Offer offer = workspace()
                .with(agents(11))
                .when(received("CA1"))
                .fact(CallRinging.class)
                .offer();

        assertThat(offer.considered())
                .hasSize(11)
                .last()
                .extracting(Considered::agentId, Considered::verdict)
                .containsExactly("agent11", Verdict.NEXT_WAVE);
    }

    @Test
    void beyond_fifty_agents_the_offer_only_counts() {
        Offer offer = workspace()
                .with(agents(60))
                .with(away("zoe"), away("zach"), offline("zed"))
                .when(received("CA1"))
                .fact(CallRinging.class)
                .offer();

        assertThat(offer.considered())
                .hasSize(50)
                .first()
                .extracting(Considered::agentId, Considered::verdict)
                .containsExactly("agent01", Verdict.FALLBACK);
        assertThat(offer.others())
                .containsExactly(entry(Verdict.NEXT_WAVE, 10), entry(Verdict.AWAY, 2), entry(Verdict.OFFLINE, 1));
    }

    private static Considered considered(String agentId, Verdict verdict, Readiness readiness) {
        return Considered.of(agentId, readiness, verdict);
    }

    @Test
    void a_call_that_is_received_twice_rings_once() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"))
                .when(received("CA1"))
                .then(Facts.ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }

    @Test
    void a_call_that_is_received_again_while_somebody_talks_goes_on() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), picksUp("ann", "CA1"))
                .when(received("CA1"))
                .then(Facts.ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }

    @Test
    void a_call_that_is_received_again_after_its_end_stays_ended() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), callerHangsUp("CA1"))
                .when(received("CA1"))
                .then(Facts.ignores(IgnoreReason.CALL_ENDED));
    }
}
