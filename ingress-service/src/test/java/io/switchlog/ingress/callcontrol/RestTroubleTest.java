package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio refuses, fails or is silent. */
class RestTroubleTest extends CallControlTest {

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void after_a_servers_error_the_call_is_fetched_before_it_is_told_anything_again(int status) {
        twilio.thenError(status, status).thenCall("in-progress").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction));
    }

    @Test
    void a_broken_connection_is_as_unclear_as_a_servers_error() {
        twilio.thenNoAnswer().thenCall("completed");
        log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertThat(twilio.log()).hasSize(2).last().isEqualTo("GET");
    }

    @Test
    void too_many_requests_were_never_processed_and_are_repeated_after_the_time_asked_for() {
        twilio.thenTooMany("1").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), redirect(2, instruction));
        long pause = twilio.asked().get(1).atNanos() - twilio.asked().get(0).atNanos();
        assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void not_in_progress_may_mean_still_ringing_and_is_tried_again() {
        twilio.thenError(400, 21220).thenCall("ringing").thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction));
        assertThat(log.commands()).isEmpty();
    }

    @Test
    void a_leg_that_is_over_or_unknown_ends_the_call() {
        twilio.thenError(400, 21220).thenCall("busy");
        log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitCommand(new EndCall(SID, CallStatus.BUSY, null));
        assertThat(log.lastCommand().actor()).isEqualTo(Actor.CALL_CONTROL);

        twilio.thenError(404, 20404).thenError(404, 20404);
        log.append(ringing(3, CallControl.REDIRECT, "carol"));
        awaitCommand(new EndCall(SID, CallStatus.FAILED, null));
    }

    @Test
    void a_redirect_that_is_refused_outright_ends_the_call_if_the_leg_is_over_and_is_tried_again_if_not() {
        twilio.thenError(400, 21205)
                .thenCall("in-progress")
                .thenError(400, 21205)
                .thenCall("completed");
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction), "GET");
    }

    @Test
    void a_refused_sign_in_fails_at_once_and_the_log_learns_why_without_any_number() {
        twilio.thenError(401, 20003).thenError(401, 20003);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.FAILED, 20003, "no way for …"));
        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET");
        assertThat(log.lastCommand().commandId()).isEqualTo("call-control:" + instruction + ":failed");
        assertThat(meters.counter("switchlog.callcontrol.instructions", "kind", "redirect", "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void it_gives_up_after_some_attempts() {
        for (int attempt = 0; attempt < SHORT.attempts(); attempt++) {
            twilio.thenError(503, 20503).thenCall("in-progress");
        }
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.FAILED, 20503, "no way for …"));
        assertThat(twilio.log().stream().filter(asked -> asked.startsWith("POST")))
                .hasSize(SHORT.attempts());
        assertNothingMoreIsAsked();
    }
}
