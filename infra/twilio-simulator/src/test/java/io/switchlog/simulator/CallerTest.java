package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.WebhookServer.Received;
import io.switchlog.simulator.WebhookServer.Reply;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A caller and the voice webhook, without any agent. */
class CallerTest extends RunningSimulator {
    @Test
    void the_voice_webhook_gets_twilios_parameters() {
        webhooks.twiml("/voice", "<Hangup/>");

        String callSid = simulator.placeCall("""
                {"from":"+15005550111","to":"+15005550122","callerName":"Žofie & Co"}""");

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(callSid).matches("CA[0-9a-f]{32}");
        assertThat(webhooks.at("/voice").getFirst().parameters())
                .containsEntry("CallSid", callSid)
                .containsEntry("AccountSid", ACCOUNT_SID)
                .containsEntry("From", "+15005550111")
                .containsEntry("Caller", "+15005550111")
                .containsEntry("To", "+15005550122")
                .containsEntry("Called", "+15005550122")
                .containsEntry("CallerName", "Žofie & Co")
                .containsEntry("CallStatus", "ringing")
                .containsEntry("ApiVersion", "2010-04-01")
                .containsEntry("Direction", "inbound");
    }

    @Test
    void the_caller_hears_the_verbs_in_order_and_then_twilio_hangs_up() {
        webhooks.twiml("/voice", "<Say>Welcome</Say><Play loop='2'>http://localhost/a.mp3</Play><Pause length='0'/>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid))
                .containsExactly("say: Welcome", "play: http://localhost/a.mp3", "pause: 0", "hangup");
    }

    @Test
    void an_empty_response_hangs_up() {
        webhooks.twiml("/voice", "");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid)).containsExactly("hangup");
    }

    @Test
    void a_redirect_is_resolved_against_its_document_and_may_use_get() {
        webhooks.twiml("/voice", "<Redirect method='GET'>next?step=2</Redirect>");
        webhooks.twiml("/next", "<Say>There</Say>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.heard(callSid).contains("say: There"));
        assertThat(webhooks.at("/next").getFirst().parameters())
                .containsEntry("step", "2")
                .containsEntry("CallSid", callSid)
                .containsEntry("CallStatus", "in-progress");
    }

    @Test
    void the_status_callback_tells_of_the_end() {
        webhooks.twiml("/voice", "<Hangup/>");

        String callSid = simulator.placeCall();

        await().until(() -> !webhooks.at("/call-status").isEmpty());
        Received callback = webhooks.at("/call-status").getFirst();
        assertThat(callback.get("CallSid")).isEqualTo(callSid);
        assertThat(callback.get("CallStatus")).isEqualTo("completed");
        assertThat(callback.get("CallDuration")).isEqualTo("0");
        assertThat(callback.get("SequenceNumber")).isEqualTo("0");
        assertThat(callback.get("CallbackSource")).isEqualTo("call-progress-events");
        assertThat(callback.get("Timestamp")).matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000");
    }

    @Test
    void a_caller_who_hangs_up_during_a_verb_leaves_a_completed_call() {
        webhooks.twiml("/voice", "<Play loop='0'>http://localhost/hold.mp3</Play>");
        String callSid = simulator.placeCall();
        await().until(() -> simulator.status(callSid).equals("in-progress"));

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        assertThat(simulator.status(callSid)).isEqualTo("completed");
        assertThat(simulator.heard(callSid)).doesNotContain("hangup");
    }

    @Test
    void a_caller_who_hangs_up_before_any_answer_was_never_answered() {
        CountDownLatch hungUp = new CountDownLatch(1);
        webhooks.reply("/voice", request -> {
            awaitOpen(hungUp);
            return new Reply(200, "text/xml", "<Response><Say>Too late</Say></Response>");
        });
        String callSid = simulator.placeCall();

        simulator.post("/simulator/calls/" + callSid + "/hang-up");
        hungUp.countDown();

        await().until(() -> !webhooks.at("/call-status").isEmpty());
        assertThat(webhooks.at("/call-status").getFirst().get("CallStatus")).isEqualTo("no-answer");
        assertThat(simulator.heard(callSid)).isEmpty();
    }

    @Test
    void a_failing_webhook_is_an_application_error() {
        webhooks.reply("/voice", request -> new Reply(503, "text/plain", "down"));

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid)).containsExactly("application error");
    }

    @Test
    void an_answer_that_is_no_twiml_is_an_application_error() {
        webhooks.reply("/voice", request -> new Reply(200, "application/json", "{}"));

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid)).containsExactly("application error");
    }

    @Test
    void hundreds_of_callers_are_held_at_the_same_time() {
        webhooks.twiml("/voice", "<Play loop='0'>http://localhost/hold.mp3</Play>");
        for (int i = 0; i < 300; i++) {
            simulator.placeCall();
        }

        await().until(() -> webhooks.at("/voice").size() == 300);
        assertThat(simulator
                        .send("DELETE", "/simulator/calls", null)
                        .json()
                        .get("hungUp")
                        .asInt())
                .isEqualTo(300);
        await().until(() -> webhooks.at("/call-status").size() == 300);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
