package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.answered;
import static io.switchlog.ingress.Calls.claimed;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static io.switchlog.ingress.Calls.parked;
import static io.switchlog.ingress.Calls.retrieved;
import static io.switchlog.ingress.Calls.transferReturned;
import static io.switchlog.ingress.Calls.transferStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.Stage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A caller is taken from one agent, to the lot or to another agent. */
class HandOverTest extends CallControlTest {

    @BeforeEach
    void ann_talks() {
        log.append(claimed("ann"));
        log.append(answered("ann"));
    }

    @Test
    void a_parked_caller_is_sent_to_the_lot_and_a_retrieved_one_away_from_it() {
        twilio.thenCall("in-progress", this::fetch).thenCall("in-progress", this::fetch);
        long park = log.append(parked(2, CallControl.REDIRECT));
        awaitNothingPending();
        long retrieve = log.append(retrieved(3, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirectTo("/twilio/park", 2, park), redirect(3, retrieve));
    }

    @Test
    void a_transfer_and_its_return_are_redirects_too() {
        twilio.thenCall("in-progress", this::fetch).thenCall("in-progress", this::fetch);
        long start = log.append(transferStarted(2, "bob", "ann"));
        awaitNothingPending();
        long back = log.append(transferReturned(3, "ann"));
        awaitNothingPending();

        assertThat(twilio.log()).containsExactly(redirect(2, start), redirect(3, back));
    }

    @Test
    void a_retrieve_while_the_redirect_to_the_lot_is_still_tried_replaces_it() {
        twilio.thenTooMany("3600").thenCall("in-progress", this::fetch);
        long park = log.append(parked(2, CallControl.REDIRECT));
        await().until(() -> twilio.asked().size() == 1);
        long retrieve = log.append(retrieved(3, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirectTo("/twilio/park", 2, park), redirect(3, retrieve));
    }

    @Test
    void what_is_decided_while_a_request_is_under_way_waits_for_its_answer() {
        AtomicInteger askedMeanwhile = new AtomicInteger();
        twilio.thenCall("in-progress", () -> {
                    log.append(retrieved(3, "bob"));
                    askedMeanwhile.set(twilio.asked().size());
                })
                .thenCall("in-progress", this::fetch);
        log.append(parked(2, CallControl.REDIRECT));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(askedMeanwhile).hasValue(1);
        assertThat(twilio.asked()).hasSize(2);
        assertThat(twilio.log().getLast()).contains("/twilio/connect?step=3&");
    }

    @Test
    void a_parked_call_that_somebody_removes_is_hung_up_and_redirected_no_more() {
        twilio.thenTooMany("3600").thenCall("completed");
        log.append(parked(2, CallControl.REDIRECT));
        await().until(() -> twilio.asked().size() == 1);
        long hangUp = log.append(hangUpStarted());

        awaitCommand(new ReportCallControl(SID, hangUp, CallControlOutcome.HUNG_UP, null, null));
        assertNothingMoreIsAsked();
        assertThat(twilio.log()).hasSize(2).last().isEqualTo("POST Status=completed");
    }

    @ParameterizedTest
    @MethodSource("handOvers")
    void a_caller_who_is_gone_by_then_ends_the_call(CallEvent handOver) {
        twilio.thenError(400, 21220).thenCall("completed");
        log.append(handOver);

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertNothingMoreIsAsked();
    }

    static List<CallEvent> handOvers() {
        return List.of(
                parked(2, CallControl.REDIRECT),
                retrieved(2, "bob"),
                transferStarted(2, "bob", "ann"),
                transferReturned(2, "ann"));
    }

    @Test
    void who_could_not_be_parked_talks_on_at_the_old_step_and_nothing_more_is_tried() {
        log.decides(message -> {
            ReportCallControl report = (ReportCallControl) message.command();
            return List.of(
                    new CallControlFailed(SID, report.instruction(), report.errorCode(), null),
                    new CallKept(SID, 1, "ann", "CAchild", Instant.EPOCH));
        });
        for (int attempt = 0; attempt < SHORT.attempts(); attempt++) {
            twilio.thenError(503, 20503).thenCall("in-progress");
        }
        long park = log.append(parked(2, CallControl.REDIRECT));

        awaitCommand(new ReportCallControl(SID, park, CallControlOutcome.FAILED, 20503, "no way for …"));
        assertNothingMoreIsAsked();
        assertThat(calls.find(SID)).get().returns(1, LiveCall::step).returns(new Stage.Talking("ann"), LiveCall::stage);
    }
}
