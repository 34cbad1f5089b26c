package io.switchlog.ingress.calls;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.answered;
import static io.switchlog.ingress.Calls.claimed;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.parked;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.retrieved;
import static io.switchlog.ingress.Calls.ringing;
import static io.switchlog.ingress.Calls.transferReturned;
import static io.switchlog.ingress.Calls.transferStarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallTransferred;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.ingress.ScriptedLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that go from one agent to the lot, or to another agent. */
class HandedOverCallsTest {

    private final LiveCalls calls = new LiveCalls();
    private final ScriptedLog log = new ScriptedLog(calls);

    @BeforeEach
    void ann_talks() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1));
        log.append(claimed("ann"));
        log.append(answered("ann"));
    }

    @Test
    void a_parked_call_has_no_holder_and_a_retrieved_one_is_its_targets_until_the_device_is_up() {
        log.append(parked(2, CallControl.REDIRECT));
        assertThat(call().stage()).isEqualTo(new Stage.Parked());
        assertThat(call().holder()).isEmpty();
        assertThat(call().step()).isEqualTo(2);

        long instruction = log.append(retrieved(3, "bob"));
        assertThat(call().stage()).isEqualTo(new Stage.HandedOver("bob", 20));
        assertThat(call().holder()).contains("bob");
        assertThat(call().pending()).extracting(Instruction::sequence).isEqualTo(instruction);

        log.append(answered("bob"));
        assertThat(call().stage()).isEqualTo(new Stage.Talking("bob"));
    }

    @Test
    void a_call_that_nobody_took_is_back_in_the_lot_whether_or_not_a_webhooks_answer_says_so() {
        log.append(parked(2, CallControl.REDIRECT));
        long retrieve = log.append(retrieved(3, "bob"));
        log.append(new CallControlDone(SID, retrieve, CallControlOutcome.FETCHED), handedOut(3));
        log.append(
                new RingCancelled(SID, List.of("bob"), RingCancelReason.NO_ANSWER, null),
                parked(4, CallControl.NONE),
                handedOut(4));
        assertThat(call().stage()).isEqualTo(new Stage.Parked());
        assertThat(call().pending()).isNull();

        log.append(retrieved(5, "bob"));
        long instruction = log.append(new CallDeclined(SID, "bob", DeclinedBy.CLICK), parked(6, CallControl.REDIRECT));
        assertThat(call().stage()).isEqualTo(new Stage.Parked());
        assertThat(call().pending()).extracting(Instruction::sequence).isEqualTo(instruction);
    }

    @Test
    void a_transfer_goes_to_its_target_or_back_and_then_to_the_lot() {
        log.append(transferStarted(2, "bob", "ann"));
        assertThat(call().stage()).isEqualTo(new Stage.HandedOver("bob", 20));
        log.append(new ClaimGranted(SID, "bob", ClaimedVia.CLICK, 10, 9L));
        assertThat(call().stage()).as("after a click of bob's").isEqualTo(new Stage.HandedOver("bob", 20));

        log.append(new CallDeclined(SID, "bob", DeclinedBy.DEVICE), transferReturned(3, "ann"));
        assertThat(call().stage()).isEqualTo(new Stage.HandedOver("ann", 20));

        log.append(
                new RingCancelled(SID, List.of("ann"), RingCancelReason.NO_ANSWER, null), parked(4, CallControl.NONE));
        assertThat(call().stage()).isEqualTo(new Stage.Parked());
    }

    @Test
    void a_transfer_that_is_answered_is_the_targets_call() {
        log.append(transferStarted(2, "bob", "ann"));
        log.append(answered("bob"), new CallTransferred(SID, "bob", "ann"));

        assertThat(call().stage()).isEqualTo(new Stage.Talking("bob"));
    }

    @Test
    void a_forgotten_call_rings_if_there_is_somebody_to_ring_and_stays_in_the_lot_if_not() {
        log.append(parked(2, CallControl.NONE));
        log.append(new CallForgotten(SID, "ann", 300));
        assertThat(call().stage()).isEqualTo(new Stage.Parked());

        log.append(new CallForgotten(SID, "ann", 300), ringing(3, CallControl.REDIRECT, "ann"));
        assertThat(call().stage()).isEqualTo(new Stage.Ringing(List.of("ann"), 25));
    }

    @Test
    void a_redirect_that_was_given_up_leaves_the_caller_where_they_are() {
        long park = log.append(parked(2, CallControl.REDIRECT));
        log.append(
                new CallControlFailed(SID, park, 20503, "unavailable"),
                new CallKept(SID, 1, "ann", "CAchild", Instant.EPOCH));
        assertThat(call()).returns(new Stage.Talking("ann"), LiveCall::stage).returns(1, LiveCall::step);
        assertThat(call().pending()).isNull();

        log.append(parked(2, CallControl.NONE));
        long retrieve = log.append(retrieved(3, "bob"));
        log.append(new CallControlFailed(SID, retrieve, 20503, "unavailable"), parked(2, CallControl.NONE));
        assertThat(call()).returns(new Stage.Parked(), LiveCall::stage).returns(2, LiveCall::step);
        assertThat(call().pending()).isNull();
    }

    private LiveCall call() {
        return calls.find(SID).orElseThrow();
    }
}
