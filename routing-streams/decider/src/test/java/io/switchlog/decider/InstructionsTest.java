package io.switchlog.decider;

import static io.switchlog.decider.Facts.byRedirect;
import static io.switchlog.decider.Facts.concludes;
import static io.switchlog.decider.Facts.declined;
import static io.switchlog.decider.Facts.givesUp;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Stage;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What came of instructions to Twilio. */
class InstructionsTest {

    @Test
    void an_instruction_is_named_by_the_sequence_of_the_event_that_asks_for_it() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        long before = scenario.state().head().sequence();

        scenario.when(timerElapses("CA1"))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "ann"),
                        byRedirect(goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED)));

        assertThat(scenario.call("CA1").instruction())
                .isEqualTo(new Call.Instruction(before + 2, Call.Instruction.Kind.REDIRECT, null));
    }

    @Test
    void a_redirect_that_is_fetched_is_done_and_gets_the_current_document() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), timerElapses("CA1"))
                .when(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .then(concludes("CA1", CallControlOutcome.FETCHED), handsOut("CA1", 2));

        assertThat(scenario.call("CA1").instruction()).isNull();
        assertThat(scenario.call("CA1").isRedirectPending()).isFalse();
    }

    @Test
    void the_delivery_of_a_document_is_the_sequence_of_its_handing_out() {
        Scenario scenario = workspace().with(available("ann")).when(received("CA1"));

        assertThat(scenario.document("CA1"))
                .isEqualTo(new Document(1, scenario.outcome().sequence() + 2));
    }

    @Test
    void a_redirect_that_is_not_needed_any_more_hands_nothing_out() {
        workspace()
                .with(available("ann"))
                .after(received("CA1"), timerElapses("CA1"))
                .when(instructionIs(CallControlOutcome.SUPERSEDED, "CA1"))
                .then(concludes("CA1", CallControlOutcome.SUPERSEDED));
    }

    @Test
    void a_redirect_that_was_given_up_leaves_the_call_where_it_is() {
        Scenario scenario = workspace()
                .with(available("ann"))
                .after(received("CA1"), timerElapses("CA1"))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1"))
                .then(givesUp("CA1"));

        assertThat(scenario.fact(CallControlFailed.class).errorCode()).isEqualTo(20429);
        assertThat(scenario.fact(CallControlFailed.class).detail()).isEqualTo("too many requests");
        assertThat(scenario.call("CA1").isRedirectPending()).isFalse();
        assertThat(scenario.call("CA1").stage()).isEqualTo(new Stage.InVoicemail());
    }

    @Test
    void a_later_instruction_supersedes_an_earlier_one() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"), timerElapses("CA1"));
        long first = Objects.requireNonNull(scenario.call("CA1").instruction()).id();

        scenario.after(timerElapses("CA1"))
                .when(instructionIs(CallControlOutcome.SUPERSEDED, "CA1", first))
                .then(ignores(IgnoreReason.STALE))
                .when(instructionIs(CallControlOutcome.FAILED, "CA1", first))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void even_a_superseded_redirect_that_is_fetched_gets_the_current_document() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"), timerElapses("CA1"));
        long first = Objects.requireNonNull(scenario.call("CA1").instruction()).id();

        scenario.after(timerElapses("CA1"))
                .when(instructionIs(CallControlOutcome.FETCHED, "CA1", first))
                .then(ignores(IgnoreReason.STALE), handsOut("CA1", 3));

        assertThat(scenario.call("CA1").isRedirectPending()).isTrue();
    }

    @Test
    void a_redirect_stays_under_way_when_a_later_decision_needs_none() {
        Scenario scenario = workspace()
                .with(available("ann"), available("bob"))
                .after(received("CA1"), claims("ann", "CA1"), timerElapses("CA1"));
        Call.Instruction redirect = scenario.call("CA1").instruction();
        Document notFetchedYet = new Document(2, scenario.document("CA1").delivery());

        scenario.when(legReports("bob", "CA1", CallStatus.BUSY, notFetchedYet))
                .then(
                        declined("bob", "CA1", DeclinedBy.DEVICE),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED));
        assertThat(scenario.call("CA1").instruction()).isEqualTo(redirect);

        scenario.when(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .then(concludes("CA1", CallControlOutcome.FETCHED), handsOut("CA1", 3));
    }

    @Test
    void the_end_of_the_call_supersedes_a_redirect_and_there_is_no_document_any_more() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), timerElapses("CA1"));
        long redirect =
                Objects.requireNonNull(scenario.call("CA1").instruction()).id();

        scenario.after(callerHangsUp("CA1"))
                .when(instructionIs(CallControlOutcome.FETCHED, "CA1", redirect))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void a_report_about_an_unknown_call_is_refused() {
        workspace().when(instructionIs(CallControlOutcome.FETCHED, "CA9", 7)).then(refuses(RefusalReason.UNKNOWN_CALL));
    }
}
