package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static io.switchlog.ingress.Calls.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Instances and brokers come and go, and instructions stand on the log until they are carried out. */
class TakeOverTest extends CallControlTest {

    @Test
    void a_report_is_made_until_it_is_in_the_log() {
        log.isAway();
        twilio.thenCall("completed");
        long instruction = log.append(hangUpStarted());
        await().until(() -> !log.commands().isEmpty());
        log.decides(CallControlTest::decide);

        await().until(() -> calls.withInstruction().findAny().isEmpty());
        assertThat(log.commands())
                .hasSizeGreaterThan(1)
                .containsOnly(new CommandMessage(
                        "demo",
                        "call-control:" + instruction + ":hung-up",
                        Actor.CALL_CONTROL,
                        new ReportCallControl(SID, instruction, CallControlOutcome.HUNG_UP, null, null)));
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void a_partition_that_is_taken_over_has_its_pending_instructions_carried_out_and_others_are_left_alone() {
        errands.own(Set.of((PARTITION + 1) % Topics.PARTITIONS));
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        assertNothingMoreIsAsked();

        twilio.thenCall("in-progress", this::fetch);
        errands.own(Set.of(PARTITION));
        awaitNothingPending();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction));
    }
}
