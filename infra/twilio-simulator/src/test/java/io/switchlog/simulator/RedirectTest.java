package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import io.switchlog.simulator.WebhookServer.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** REST sends a live call elsewhere, or ends it. */
class RedirectTest extends RunningSimulator {
    @BeforeEach
    void a_dial_with_callbacks() {
        connect("ann");
        webhooks.twiml("/voice", """
                <Dial action="/dial-status"><Client statusCallback="/client-status">ann</Client></Dial>""");
        webhooks.twiml("/dial-status", "<Say>Thrown away</Say>");
        webhooks.twiml("/park", "<Play loop='0'>http://localhost/hold.mp3</Play>");
    }

    @Test
    void a_redirect_of_a_bridged_call_ends_the_leg_tells_the_action_and_then_fetches_the_new_url() {
        String callSid = ringing();
        simulator.device("ann", "accept");

        assertThat(redirect(callSid).status()).isEqualTo(200);

        await().until(() -> simulator.heard(callSid).contains("play: http://localhost/hold.mp3"));
        assertThat(webhooks.all())
                .extracting(Received::path)
                .containsExactly("/voice", "/client-status", "/dial-status", "/park");
        Received action = webhooks.at("/dial-status").getFirst();
        assertThat(action.get("DialCallStatus")).isEqualTo("completed");
        assertThat(action.get("DialBridged")).isEqualTo("true");
        assertThat(action.get("CallStatus")).isEqualTo("in-progress");
        assertThat(simulator.legs(callSid)).containsExactly("ann: completed");
        assertThat(simulator.heard(callSid)).doesNotContain("say: Thrown away");
    }

    @Test
    void a_switch_asks_the_action_only_after_the_new_url_and_throws_its_answer_away_as_well() {
        simulator.set("{\"actionAtRedirect\":\"after\"}");
        String callSid = ringing();
        simulator.device("ann", "accept");

        redirect(callSid);

        await().until(() -> !webhooks.at("/dial-status").isEmpty());
        assertThat(webhooks.all())
                .extracting(Received::path)
                .containsExactly("/voice", "/client-status", "/park", "/dial-status");
        Received action = webhooks.at("/dial-status").getFirst();
        assertThat(action.get("DialCallStatus")).isEqualTo("completed");
        assertThat(action.get("DialBridged")).isEqualTo("true");
        assertThat(simulator.heard(callSid)).last().isEqualTo("play: http://localhost/hold.mp3");
    }

    @Test
    void a_redirect_while_it_rings_cancels_the_legs_and_still_says_completed() {
        String callSid = ringing();

        redirect(callSid);

        await().until(() -> !webhooks.at("/park").isEmpty());
        assertThat(simulator.legs(callSid)).containsExactly("ann: canceled");
        Received action = webhooks.at("/dial-status").getFirst();
        assertThat(action.get("DialCallStatus")).isEqualTo("completed");
        assertThat(action.get("DialBridged")).isEqualTo("false");
    }

    @Test
    void of_two_redirects_the_later_one_is_followed() {
        webhooks.twiml("/connect", "<Pause length='60'/>");
        String callSid = ringing();

        redirect(callSid);
        simulator.update(callSid, Map.of("Url", webhooks.url("/connect")));

        await().until(() -> !webhooks.at("/connect").isEmpty());
        assertThat(webhooks.at("/park")).isEmpty();
        assertThat(webhooks.at("/dial-status")).hasSize(1);
    }

    @Test
    void a_caller_who_hangs_up_during_a_redirect_never_reaches_the_new_url() {
        String callSid = ringing();
        redirect(callSid);

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        assertThat(simulator.status(callSid)).isEqualTo("completed");
        await().until(() -> webhooks.at("/dial-status").size() == 1);
        assertThat(redirect(callSid).json().get("code").asInt()).isEqualTo(21220);
        assertThat(webhooks.at("/park")).isEmpty();
    }

    @Test
    void twiml_handed_over_is_run_without_a_request() {
        String callSid = ringing();

        simulator.update(callSid, Map.of("Twiml", "<Response><Say>Directly</Say></Response>"));

        await().until(() -> simulator.heard(callSid).contains("say: Directly"));
    }

    @Test
    void a_relative_url_in_twiml_handed_over_is_an_error() {
        String callSid = ringing();

        simulator.update(callSid, Map.of("Twiml", "<Response><Redirect>/park</Redirect></Response>"));

        await().until(() -> simulator.heard(callSid).contains("application error"));
    }

    @Test
    void status_completed_hangs_up_on_everybody() {
        String callSid = ringing();
        simulator.device("ann", "accept");

        Answer answer = simulator.update(callSid, Map.of("Status", "completed"));

        assertThat(answer.json().get("status").asString()).isEqualTo("completed");
        assertThat(simulator.legs(callSid)).containsExactly("ann: completed");
        assertThat(simulator.heard(callSid)).endsWith("hangup");
    }

    @Test
    void status_canceled_leaves_a_call_in_progress_alone() {
        String callSid = ringing();

        assertThat(simulator.update(callSid, Map.of("Status", "canceled")).status())
                .isEqualTo(200);
        assertThat(simulator.legs(callSid)).containsExactly("ann: ringing");
    }

    @Test
    void the_leg_of_an_agent_can_be_ended_but_not_redirected() {
        String callSid = ringing();
        String legSid =
                simulator.call(callSid).get("legs").get(0).get("callSid").asString();

        assertThat(redirect(legSid).status()).isEqualTo(501);
        simulator.update(legSid, Map.of("Status", "canceled"));

        assertThat(simulator.legs(callSid)).containsExactly("ann: canceled");
        assertThat(redirect(legSid).json().get("code").asInt()).isEqualTo(21220);
    }

    @Test
    void a_switch_refuses_the_redirect_of_a_leg_that_still_rings() {
        simulator.set("{\"redirectOfRingingLeg\":\"refuse\"}");
        webhooks.twiml("/voice", "<Dial answerOnBridge='true'><Client>ann</Client></Dial>");
        String callSid = ringing();

        Answer refused = redirect(callSid);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asInt()).isEqualTo(21220);
        simulator.device("ann", "accept");
        assertThat(redirect(callSid).status()).isEqualTo(200);
    }

    private static String ringing() {
        String callSid = simulator.placeCall();
        await().until(() -> simulator.legs(callSid).equals(List.of("ann: ringing")));
        return callSid;
    }

    private static Answer redirect(String callSid) {
        return simulator.update(callSid, Map.of("Url", webhooks.url("/park"), "Method", "POST"));
    }
}
