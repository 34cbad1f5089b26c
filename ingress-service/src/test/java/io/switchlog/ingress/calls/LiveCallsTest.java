package io.switchlog.ingress.calls;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.answered;
import static io.switchlog.ingress.Calls.claimed;
import static io.switchlog.ingress.Calls.ended;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.ringing;
import static io.switchlog.ingress.Calls.voicemail;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallControlFailed;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.Cause;
import io.switchlog.contract.EventMessage;
import io.switchlog.ingress.Calls;
import io.switchlog.ingress.ScriptedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCallsTest {

    private final LiveCalls calls = new LiveCalls();
    private final ScriptedLog log = new ScriptedLog(calls);

    @Test
    void a_received_call_rings_and_knows_its_caller_its_step_and_its_delivery() {
        long delivery = log.append(received(), ringing(1, CallControl.NONE, "ann", "bob"), handedOut(1));

        assertThat(call())
                .isEqualTo(new LiveCall(
                        SID,
                        "demo",
                        Calls.CALLER,
                        new Stage.Ringing(List.of("ann", "bob"), 25),
                        1,
                        delivery,
                        Instant.EPOCH,
                        null,
                        false));
    }

    @Test
    void who_declines_or_is_cancelled_rings_no_more() {
        log.append(received(), ringing(1, CallControl.NONE, "ann", "bob", "carol"));
        log.append(new CallDeclined(SID, "ann", DeclinedBy.CLICK));
        log.append(new RingCancelled(SID, List.of("carol"), RingCancelReason.AGENT_BUSY, null));

        assertThat(call().stage()).isEqualTo(new Stage.Ringing(List.of("bob"), 25));
    }

    @Test
    void a_claim_connects_and_an_answer_makes_them_talk() {
        log.append(received(), ringing(1, CallControl.NONE, "ann", "bob"));
        log.append(claimed("bob"), new RingCancelled(SID, List.of("ann"), RingCancelReason.CLAIMED, "bob"));
        assertThat(call().stage()).isEqualTo(new Stage.Connecting("bob", 10));
        assertThat(call().holder()).contains("bob");

        log.append(new ClaimantDialled(SID, 2, "bob"), handedOut(2));
        assertThat(call().step()).isEqualTo(2);
        assertThat(call().stage()).isEqualTo(new Stage.Connecting("bob", 10));

        log.append(answered("bob"));
        assertThat(call().stage()).isEqualTo(new Stage.Talking("bob"));
    }

    @Test
    void a_repeated_claim_changes_nothing() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"));
        log.append(claimed("ann"));
        log.append(answered("ann"));
        log.append(new ClaimGranted(SID, "ann", ClaimedVia.CLICK, 10, 3L));

        assertThat(call().stage()).isEqualTo(new Stage.Talking("ann"));
    }

    @Test
    void a_released_claim_goes_where_the_same_decision_says() {
        log.append(received(), ringing(1, CallControl.NONE, "ann", "bob"));
        log.append(claimed("ann"));
        long instruction = log.append(
                new ClaimReleased(SID, "ann", ReleaseReason.CONNECT_TIMEOUT), ringing(2, CallControl.REDIRECT, "bob"));

        assertThat(call().stage()).isEqualTo(new Stage.Ringing(List.of("bob"), 25));
        assertThat(call().pending())
                .extracting(Instruction::sequence, Instruction::kind)
                .containsExactly(instruction, Instruction.Kind.REDIRECT);
        assertThat(calls.withInstruction()).containsExactly(call());
    }

    @Test
    void an_instruction_is_pending_until_it_is_done_or_failed_or_replaced() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"));
        long first = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        long second = log.append(voicemail(3, CallControl.REDIRECT));
        log.append(new CallControlDone(SID, first, CallControlOutcome.FETCHED));
        assertThat(call().pending())
                .extracting(Instruction::sequence, Instruction::kind)
                .containsExactly(second, Instruction.Kind.REDIRECT);

        log.append(new CallControlDone(SID, second, CallControlOutcome.FETCHED));
        assertThat(call().pending()).isNull();

        long third = log.append(hangUpStarted());
        assertThat(call().pending())
                .extracting(Instruction::sequence, Instruction::kind)
                .containsExactly(third, Instruction.Kind.HANG_UP);
        log.append(new CallControlFailed(SID, third, 20003, "authentication"));
        assertThat(call().pending()).isNull();
    }

    @Test
    void an_ended_leg_needs_no_redirect_any_more() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"));
        log.append(ringing(2, CallControl.REDIRECT, "bob"));
        log.append(ended(EndReason.CALLER_LEG_ENDED));

        assertThat(call().stage()).isEqualTo(new Stage.Ended(EndReason.CALLER_LEG_ENDED));
        assertThat(call().pending()).isNull();
    }

    @Test
    void a_retired_call_is_forgotten_and_one_from_before_is_not_made_up() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"));
        log.append(new CallRetired(SID));
        log.append(handedOut(1));

        assertThat(calls.find(SID)).isEmpty();
    }

    @Test
    void a_decision_shows_as_a_whole_or_not_at_all() {
        List<String> told = new ArrayList<>();
        calls.watch(told::add);
        Cause cause = new Cause("voice", "ReceiveCall", Actor.TWILIO, SID);

        calls.accept(new EventMessage("demo", 1, "", 1, cause, 1, 2, Instant.EPOCH, received()));
        assertThat(calls.find(SID)).isEmpty();
        assertThat(told).isEmpty();

        calls.accept(
                new EventMessage("demo", 2, "", 1, cause, 2, 2, Instant.EPOCH, ringing(1, CallControl.NONE, "ann")));
        assertThat(call().stage()).isEqualTo(new Stage.Ringing(List.of("ann"), 25));
        assertThat(told).containsExactly(SID);
    }

    private LiveCall call() {
        return calls.find(SID).orElseThrow();
    }
}
