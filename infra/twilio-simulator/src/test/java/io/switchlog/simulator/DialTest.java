package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.WebhookServer.Received;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several devices ring for one caller. */
class DialTest extends RunningSimulator {
    @BeforeEach
    void answer_after_every_dial() {
        webhooks.twiml("/dial-status", "<Say>Goodbye</Say>");
    }

    @Test
    void the_first_to_accept_is_bridged_and_the_others_are_cancelled() {
        connect("ann", "bob");
        String callSid = callRinging("ann", "bob");

        assertThat(simulator.device("bob", "accept").status()).isEqualTo(200);

        assertThat(simulator.device("ann", "accept").status()).isEqualTo(409);
        assertThat(simulator.legs(callSid)).containsExactly("ann: canceled", "bob: in-progress");
        assertThat(simulator.call(callSid).get("bridgedTo").asString()).isEqualTo("bob");
        assertThat(simulator.heard(callSid)).containsExactly("ringing", "bridged: bob");
    }

    @Test
    void an_agent_who_hangs_up_ends_the_dial_and_its_action_goes_on() {
        connect("ann");
        String callSid = callRinging("ann");
        String legSid = simulator.device("ann", "accept").json().get("callSid").asString();

        simulator.post("/simulator/calls/" + legSid + "/hang-up");

        Received action = action();
        assertThat(action.parameters())
                .containsEntry("CallSid", callSid)
                .containsEntry("CallStatus", "in-progress")
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallSid", legSid)
                .containsEntry("DialBridged", "true")
                .containsEntry("DialCallDuration", "0");
        await().until(() -> simulator.heard(callSid).contains("say: Goodbye"));
        assertThat(simulator.bridges(callSid)).containsExactly("ann");
    }

    @Test
    void a_rejected_client_gives_busy() {
        connect("ann");
        String callSid = callRinging("ann");

        assertThat(simulator.device("ann", "reject").json().get("parentCallSid").asString())
                .isEqualTo(callSid);

        assertThat(action().get("DialCallStatus")).isEqualTo("busy");
        assertThat(simulator.legs(callSid)).containsExactly("ann: busy");
    }

    @Test
    void one_reject_leaves_the_others_ringing() {
        connect("ann", "bob");
        String callSid = callRinging("ann", "bob");

        simulator.device("ann", "reject");

        assertThat(simulator.legs(callSid)).containsExactly("ann: busy", "bob: ringing");
        assertThat(simulator.device("bob", "accept").status()).isEqualTo(200);
    }

    @Test
    void an_identity_without_a_device_gives_no_answer_at_once() {
        webhooks.twiml("/voice", dial("", "ann"));

        String callSid = simulator.placeCall();

        assertThat(action().get("DialCallStatus")).isEqualTo("no-answer");
        assertThat(simulator.legs(callSid)).containsExactly("ann: no-answer");
        assertThat(simulator.heard(callSid)).doesNotContain("ringing");
    }

    @Test
    void a_device_that_vanishes_while_it_rings_gives_no_answer_after_the_timeout() {
        connect("ann");
        webhooks.twiml("/voice", dial("timeout='5'", "ann"));
        String callSid = simulator.placeCall();
        await().until(() -> simulator.legs(callSid).equals(List.of("ann: ringing")));

        simulator.device("ann", "disconnect");

        assertThat(simulator.device("ann", "accept").status()).isEqualTo(409);
        assertThat(simulator.legs(callSid)).containsExactly("ann: ringing");
        // Twilio adds 5 s to the timeout.
        await().between(Duration.ofSeconds(9), Duration.ofSeconds(12))
                .until(() -> simulator.legs(callSid).equals(List.of("ann: no-answer")));
        assertThat(action().get("DialCallStatus")).isEqualTo("no-answer");
    }

    @Test
    void a_device_that_comes_back_may_accept_what_still_rings() {
        connect("ann");
        String callSid = callRinging("ann");
        simulator.device("ann", "disconnect");
        connect("ann");

        assertThat(simulator.device("ann", "accept").status()).isEqualTo(200);
        assertThat(simulator.bridges(callSid)).containsExactly("ann");
    }

    @Test
    void a_device_that_vanishes_in_a_call_ends_its_leg() {
        connect("ann");
        String callSid = callRinging("ann");
        simulator.device("ann", "accept");

        simulator.device("ann", "disconnect");

        assertThat(simulator.legs(callSid)).containsExactly("ann: completed");
        assertThat(action().get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void a_caller_who_hangs_up_while_it_rings_cancels_the_legs() {
        connect("ann", "bob");
        String callSid = callRinging("ann", "bob");

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        assertThat(simulator.legs(callSid)).containsExactly("ann: canceled", "bob: canceled");
        assertThat(simulator.status(callSid)).isEqualTo("completed");
        Received action = action();
        assertThat(action.get("CallStatus")).isEqualTo("completed");
        assertThat(action.get("DialCallStatus")).isEqualTo("canceled");
        await().until(() -> !webhooks.at("/call-status").isEmpty());
        assertThat(simulator.heard(callSid)).containsExactly("ringing");
    }

    @Test
    void a_switch_keeps_the_action_from_hearing_of_a_caller_who_hung_up() {
        simulator.set("{\"actionOnCallerHangUp\":false}");
        connect("ann");
        String callSid = callRinging("ann");

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        await().until(() -> !webhooks.at("/call-status").isEmpty());
        assertThat(webhooks.at("/dial-status")).isEmpty();
    }

    @Test
    void a_caller_who_hangs_up_ends_a_bridged_leg_as_completed() {
        connect("ann");
        String callSid = callRinging("ann");
        simulator.device("ann", "accept");

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        assertThat(simulator.legs(callSid)).containsExactly("ann: completed");
        assertThat(simulator.call(callSid).get("bridgedTo").isNull()).isTrue();
    }

    @Test
    void without_action_the_next_verb_follows() {
        webhooks.twiml("/voice", "<Dial><Client>ann</Client></Dial><Say>Nobody there</Say>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.heard(callSid).contains("say: Nobody there"));
    }

    @Test
    void status_callbacks_are_numbered_over_the_subscribed_events_only() {
        connect("ann");
        webhooks.twiml("/voice", """
                <Dial action="/dial-status"><Client statusCallback="/client-status"
                statusCallbackEvent="ringing answered completed">ann</Client></Dial>""");
        String callSid = simulator.placeCall();
        await().until(() -> simulator.device("ann", "accept").status() == 200);
        simulator.device("ann", "hang-up");

        await().until(() -> webhooks.at("/client-status").size() == 3);
        assertThat(webhooks.at("/client-status"))
                .extracting(request -> request.get("SequenceNumber") + " " + request.get("CallStatus"))
                .containsExactly("0 ringing", "1 in-progress", "2 completed");
        assertThat(webhooks.at("/client-status").getLast().parameters())
                .containsEntry("ParentCallSid", callSid)
                .containsEntry("To", "client:ann")
                .containsEntry("Direction", "outbound-dial")
                .containsEntry("CallDuration", "0");
    }

    @Test
    void with_answer_on_bridge_the_caller_rings_until_the_bridge() {
        connect("ann");
        webhooks.twiml("/voice", dial("answerOnBridge='true'", "ann"));
        String callSid = simulator.placeCall();
        await().until(() -> simulator.legs(callSid).equals(List.of("ann: ringing")));
        assertThat(simulator.status(callSid)).isEqualTo("ringing");

        simulator.device("ann", "accept");

        assertThat(simulator.status(callSid)).isEqualTo("in-progress");
    }

    private static String callRinging(String... agentIds) {
        webhooks.twiml("/voice", dial("", agentIds));
        String callSid = simulator.placeCall();
        await().until(() -> simulator.heard(callSid).contains("ringing"));
        return callSid;
    }

    private static String dial(String attributes, String... agentIds) {
        return "<Dial action='/dial-status' " + attributes + "><Client>" + String.join("</Client><Client>", agentIds)
                + "</Client></Dial>";
    }

    private static Received action() {
        await().until(() -> !webhooks.at("/dial-status").isEmpty());
        return webhooks.at("/dial-status").getFirst();
    }
}
