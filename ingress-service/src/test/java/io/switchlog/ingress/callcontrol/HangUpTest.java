package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import org.junit.jupiter.api.Test;

/** Ending the caller's leg. */
class HangUpTest extends CallControlTest {

    @Test
    void a_hang_up_is_confirmed_by_twilio_or_by_a_leg_that_is_over() {
        twilio.thenCall("completed");
        long first = log.append(hangUpStarted());
        awaitCommand(new ReportCallControl(SID, first, CallControlOutcome.HUNG_UP, null, null));
        assertThat(twilio.log()).containsExactly("POST Status=completed");

        twilio.thenError(400, 21220).thenCall("completed");
        long second = log.append(hangUpStarted());
        awaitCommand(new ReportCallControl(SID, second, CallControlOutcome.HUNG_UP, null, null));
    }

    @Test
    void a_hang_up_that_leaves_the_leg_in_progress_is_not_taken_for_done() {
        twilio.thenCall("in-progress").thenCall("in-progress").thenCall("completed");
        long instruction = log.append(hangUpStarted());

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.HUNG_UP, null, null));
        assertThat(twilio.log()).containsExactly("POST Status=completed", "GET", "POST Status=completed");
    }
}
