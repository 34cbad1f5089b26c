package io.switchlog.ingress.callcontrol;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.ringing;
import static io.switchlog.ingress.Calls.voicemail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a redirect is, and when none is sent (any more). */
class RedirectTest extends CallControlTest {

    @Test
    void a_redirect_is_one_request_that_names_its_instruction_and_is_done_once_fetched() {
        twilio.thenCall("in-progress", this::fetch);
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, instruction));
        assertThat(twilio.asked().getFirst().path()).isEqualTo("/2010-04-01/Accounts/AC1/Calls/" + SID + ".json");
        assertThat(twilio.asked().getFirst().authorization())
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("SK1:secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(log.commands()).isEmpty();
    }

    @Test
    void each_attempt_at_a_redirect_has_a_url_of_its_own_for_both_may_take_effect() {
        twilio.thenError(503, 20503).thenCall("in-progress").thenCall("in-progress", this::fetch);
        log.append(ringing(2, CallControl.REDIRECT, "bob"));
        awaitNothingPending();

        assertThat(twilio.asked().stream()
                        .map(Object::toString)
                        .filter(asked -> asked.startsWith("POST"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_redirect_that_twilio_accepts_and_never_fetches_is_looked_into_and_repeated() {
        twilio.thenCall("in-progress")
                .thenCall("in-progress")
                .thenCall("in-progress")
                .thenCall("completed");
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new EndCall(SID, CallStatus.COMPLETED, null));
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET", redirect(2, instruction), "GET");
    }

    @Test
    void a_step_that_a_webhook_has_delivered_before_anything_was_sent_is_superseded() {
        errands.own(Set.of());
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        log.append(handedOut(2));
        errands.own(Set.of(PARTITION));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.SUPERSEDED, null, null));
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void a_redirect_is_not_sent_again_once_a_webhook_has_delivered_the_step() {
        twilio.thenError(503, 20503).thenCall("in-progress", () -> log.append(handedOut(2)));
        long instruction = log.append(ringing(2, CallControl.REDIRECT, "bob"));

        awaitCommand(new ReportCallControl(SID, instruction, CallControlOutcome.SUPERSEDED, null, null));
        assertThat(twilio.log()).containsExactly(redirect(2, instruction), "GET");
    }

    @Test
    void a_later_instruction_replaces_one_that_is_still_tried() {
        twilio.thenTooMany("3600").thenCall("in-progress", this::fetch);
        long first = log.append(ringing(2, CallControl.REDIRECT, "bob"));
        await().until(() -> twilio.asked().size() == 1);
        long second = log.append(voicemail(3, CallControl.REDIRECT));
        awaitNothingPending();

        assertNothingMoreIsAsked();
        assertThat(twilio.log()).containsExactly(redirect(2, first), redirect(3, second));
    }
}
