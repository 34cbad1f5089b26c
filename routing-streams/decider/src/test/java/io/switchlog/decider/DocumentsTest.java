package io.switchlog.decider;

import static io.switchlog.decider.Facts.concludes;
import static io.switchlog.decider.Facts.ends;
import static io.switchlog.decider.Facts.goesToVoicemail;
import static io.switchlog.decider.Facts.handsOut;
import static io.switchlog.decider.Facts.ignores;
import static io.switchlog.decider.Facts.refuses;
import static io.switchlog.decider.Facts.stopsRinging;
import static io.switchlog.decider.Happenings.callerHangsUp;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.dialEndsWithTheCaller;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Member.available;
import static io.switchlog.decider.Scenario.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;
import io.switchlog.decider.state.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends of documents that come late, twice or out of order leave the same end state. */
class DocumentsTest {

    @Test
    void the_end_of_an_unknown_calls_dial_is_refused() {
        workspace().when(dialEnds("CA9", CallStatus.NO_ANSWER)).then(refuses(RefusalReason.UNKNOWN_CALL));
    }

    @Test
    void a_dial_ends_once() {
        Scenario scenario = workspace().with(Member.agents(11)).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.NO_ANSWER, dial))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void the_end_of_a_delivery_that_was_replaced_is_stale_even_in_the_same_step() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document first = scenario.document("CA1");

        scenario.after(dialEnds("CA1", CallStatus.COMPLETED, first))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER, first))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void an_end_that_comes_while_a_redirect_is_on_its_way_may_deliver_what_it_would() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER, dial))
                .then(ignores(IgnoreReason.STALE), handsOut("CA1", 2));
    }

    @Test
    void the_redirect_is_fetched_after_that_end_and_delivers_the_same_step_again() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"), dialEnds("CA1", CallStatus.COMPLETED, dial))
                .when(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .then(concludes("CA1", CallControlOutcome.FETCHED), handsOut("CA1", 2));
    }

    @Test
    void an_end_that_comes_after_the_redirects_fetch_changes_nothing() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(dialEnds("CA1", CallStatus.COMPLETED, dial))
                .then(ignores(IgnoreReason.STALE));
    }

    @Test
    void the_end_of_the_current_document_is_ignored_while_a_redirect_cuts_it_off() {
        Scenario scenario =
                workspace().with(available("ann"), available("bob")).after(received("CA1"), claims("ann", "CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"), dialEnds("CA1", CallStatus.COMPLETED, dial))
                .when(dialEnds("CA1", CallStatus.COMPLETED))
                .then(ignores(IgnoreReason.REDIRECT_PENDING), handsOut("CA1", 2))
                .when(instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .then(concludes("CA1", CallControlOutcome.FETCHED), handsOut("CA1", 2))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(
                        stopsRinging("CA1", RingCancelReason.NO_ANSWER, "bob"),
                        goesToVoicemail("CA1", VoicemailReason.NOBODY_ANSWERED),
                        handsOut("CA1", 3));
    }

    @Test
    void the_order_of_fetch_and_end_makes_no_difference_in_the_end() {
        Stage fetchedFirst = redirected(true).call("CA1").stage();
        Stage endedFirst = redirected(false).call("CA1").stage();

        assertThat(fetchedFirst).isEqualTo(endedFirst).isInstanceOf(Stage.Ringing.class);
    }

    private static Scenario redirected(boolean fetchedFirst) {
        Scenario scenario =
                workspace().with(available("ann"), available("bob")).after(received("CA1"), claims("ann", "CA1"));
        Happening fetched = instructionIs(CallControlOutcome.FETCHED, "CA1");
        Happening ended = dialEnds("CA1", CallStatus.COMPLETED, scenario.document("CA1"));
        scenario.after(timerElapses("CA1"));
        return fetchedFirst ? scenario.after(fetched, ended) : scenario.after(ended, fetched);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallStatus.class,
            names = {"COMPLETED", "BUSY", "FAILED", "NO_ANSWER", "CANCELED"})
    void a_dial_that_ends_with_the_caller_ends_the_call(CallStatus status) {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));

        scenario.when(dialEndsWithTheCaller("CA1", status, scenario.document("CA1")))
                .then(stopsRinging("CA1", RingCancelReason.CALL_ENDED, "ann"), ends("CA1", EndReason.CALLER_LEG_ENDED));
    }

    @Test
    void even_a_stale_document_tells_that_the_caller_has_gone() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(timerElapses("CA1"), instructionIs(CallControlOutcome.FETCHED, "CA1"))
                .when(dialEndsWithTheCaller("CA1", CallStatus.COMPLETED, dial))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED));
    }

    @Test
    void a_conversation_that_ends_with_the_caller_names_the_agent() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"), picksUp("ann", "CA1"));

        scenario.when(dialEndsWithTheCaller("CA1", CallStatus.COMPLETED, scenario.document("CA1")))
                .then(ends("CA1", EndReason.CALLER_LEG_ENDED, "ann"));
    }

    @Test
    void what_ends_after_the_call_changes_nothing() {
        Scenario scenario = workspace().with(available("ann")).after(received("CA1"));
        Document dial = scenario.document("CA1");

        scenario.after(callerHangsUp("CA1"))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER, dial))
                .then(ignores(IgnoreReason.CALL_ENDED))
                .when(dialEndsWithTheCaller("CA1", CallStatus.COMPLETED, dial))
                .then(ignores(IgnoreReason.CALL_ENDED));
    }

    @Test
    void a_dial_can_not_end_what_is_on_voicemail() {
        workspace()
                .after(received("CA1"))
                .when(dialEnds("CA1", CallStatus.NO_ANSWER))
                .then(ignores(IgnoreReason.NO_CHANGE), handsOut("CA1", 1));
    }
}
