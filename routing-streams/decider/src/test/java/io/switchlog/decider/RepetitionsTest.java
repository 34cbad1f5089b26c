package io.switchlog.decider;

import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.grantsAgain;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refusesClaim;
import static io.switchlog.decider.Facts.repeats;
import static io.switchlog.decider.Facts.startsToHangUp;
import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.callerLegIs;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.hangsUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Member.away;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who says the same thing twice gets the same answer twice. */
class RepetitionsTest {

    @Test
    void a_repeated_click_gets_the_same_answer() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(claims("ann", "CA1").withId("click"));
        Outcome first = scenario.outcome();

        scenario.when(claims("ann", "CA1").withId("click")).then(repeats(first.sequence()));

        assertThat(scenario.outcome()).isEqualTo(first);
    }

    @Test
    void whatever_has_happened_since() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"))
                .when(claims("ann", "CA1").withId("click"));
        Outcome first = scenario.outcome();

        scenario.after(timerElapses("CA1"), claims("bob", "CA1"), callerHangsUp("CA1"))
                .passing(Duration.ofMinutes(10))
                .when(claims("ann", "CA1").withId("click"))
                .then(repeats(first.sequence()));

        assertThat(scenario.outcome()).isEqualTo(first);
    }

    @Test
    void a_refusal_is_repeated_even_when_it_would_be_granted_by_now() {
        Scenario scenario = workspace()
                .with(available("ann"), away("bob"))
                .after(received("CA1"))
                .when(claims("bob", "CA1").withId("click"));
        Outcome refusal = scenario.outcome();

        scenario.after(becomes("bob", Availability.AVAILABLE), timerElapses("CA1"))
                .when(claims("bob", "CA1").withId("click"))
                .then(repeats(refusal.sequence()));

        assertThat(scenario.outcome()).isEqualTo(refusal);
        assertThat(refusal.reason()).isEqualTo(RefusalReason.NOT_OFFERED);
    }

    @Test
    void a_repeated_webhook_changes_nothing() {
        Scenario scenario = workspace()
                .with(Member.agents(11))
                .after(received("CA1").withId("voice"))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER).withId("dial"));
        Outcome first = scenario.outcome();
        Call before = scenario.call("CA1");

        scenario.when(dialEnds("CA1", CallStatus.NO_ANSWER).withId("dial")).then(repeats(first.sequence()));

        assertThat(scenario.call("CA1")).isEqualTo(before);
    }

    @Test
    void a_repetition_of_a_repetition_is_one_of_the_first() {
        Scenario scenario =
                workspace().with(available("ann")).when(received("CA1").withId("voice"));
        Outcome first = scenario.outcome();

        scenario.after(received("CA1").withId("voice"))
                .when(received("CA1").withId("voice"))
                .then(repeats(first.sequence()));
    }

    @Test
    void the_same_id_from_another_actor_is_another_command() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1").withId("click"))
                .when(claims("bob", "CA1").withId("click"))
                .then(refusesClaim("CA1", "bob", RefusalReason.ALREADY_CLAIMED, "ann"))
                .when(claims("ann", "CA1").withId("click").toldBy(Actor.agent("mallory")))
                .then(grantsAgain("CA1", "ann"));
    }

    @Test
    void the_same_id_for_another_call_is_another_command() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), received("CA2"), declines("ann", "CA1").withId("click"))
                .when(declines("ann", "CA2").withId("click"))
                .then(declined("ann", "CA2", DeclinedBy.CLICK));
    }

    @Test
    void the_same_id_of_another_type_is_another_command() {
        workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1").withId("click"))
                .when(hangsUp("ann", "CA1").withId("click"))
                .then(startsToHangUp("ann", "CA1", "ann"));
    }

    @Test
    void after_more_than_an_hour_the_answer_is_forgotten() {
        workspace()
                .with(available("ann"))
                .after(received("CA1").withId("voice"))
                .passing(Duration.ofHours(1))
                .after(callerLegIs("CA1", CallStatus.IN_PROGRESS))
                .when(received("CA1").withId("voice"))
                .then(repeats(3))
                .passing(Duration.ofMillis(1))
                .after(callerLegIs("CA1", CallStatus.IN_PROGRESS))
                .when(received("CA1").withId("voice"))
                .then(ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }
}
