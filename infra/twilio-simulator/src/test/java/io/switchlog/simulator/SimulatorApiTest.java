package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The simulator's own API: its refusals and its lists. */
class SimulatorApiTest extends RunningSimulator {
    @Test
    void is_healthy() {
        assertThat(simulator.get("/actuator/health").json().get("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void a_bad_field_is_named() {
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"from\":\"12\"}"), "from");
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"to\":\"\"}"), "to");
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"callerName\":\" \"}"), "callerName");
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"speaksForSeconds\":-1}"), "speaksForSeconds");
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"speaksForSeconds\":\"x\"}"), "speaksForSeconds");
        assertBadField(simulator.send("POST", "/simulator/calls", "[]"), "body");
        assertBadField(simulator.send("POST", "/simulator/calls", "no json"), "body");
    }

    @Test
    void a_call_may_be_placed_without_a_body() {
        webhooks.twiml("/voice", "<Hangup/>");

        assertThat(simulator.post("/simulator/calls").json().get("callSid").asString())
                .startsWith("CA");
    }

    @Test
    void an_unknown_call_is_not_found() {
        assertProblem(simulator.get("/simulator/calls/CA1"), 404);
        assertProblem(simulator.post("/simulator/calls/CA1/hang-up"), 404);
    }

    @Test
    void calls_are_listed_newest_first() {
        webhooks.twiml("/voice", "<Hangup/>");
        String older = simulator.placeCall();
        String newer = simulator.placeCall();

        JsonNode calls = simulator.get("/simulator/calls").json();

        assertThat(calls.get(0).get("callSid").asString()).isEqualTo(newer);
        assertThat(calls.get(1).get("callSid").asString()).isEqualTo(older);
    }

    @Test
    void a_device_shows_what_rings_and_what_it_is_in() {
        connect("ann");
        webhooks.twiml("/voice", """
                <Dial><Client><Identity>ann</Identity><Parameter name="callSid" value="CA1"/></Client></Dial>""");
        String older = simulator.placeCall("{\"from\":\"+15005550111\"}");
        await().until(() -> device("ann").get("ringing").size() == 1);
        String newer = simulator.placeCall();
        await().until(() -> device("ann").get("ringing").size() == 2);

        assertThat(simulator.device("ann", "accept").json().get("parentCallSid").asString())
                .isEqualTo(older);

        assertThat(device("ann").get("connected").asBoolean()).isTrue();
        JsonNode inProgress = device("ann").get("inProgress").get(0);
        assertThat(inProgress.get("parentCallSid").asString()).isEqualTo(older);
        assertThat(inProgress.get("from").asString()).isEqualTo("+15005550111");
        assertThat(inProgress.get("parameters").get("callSid").asString()).isEqualTo("CA1");
        assertThat(device("ann").get("ringing").get(0).get("parentCallSid").asString())
                .isEqualTo(newer);
    }

    @Test
    void a_device_may_choose_the_call_by_its_parent() {
        connect("ann");
        webhooks.twiml("/voice", "<Dial><Client>ann</Client></Dial>");
        simulator.placeCall();
        await().until(() -> device("ann").get("ringing").size() == 1);
        String newer = simulator.placeCall();
        await().until(() -> device("ann").get("ringing").size() == 2);

        Answer accepted = simulator.send("POST", "/simulator/devices/ann/accept", "{\"callSid\":\"" + newer + "\"}");

        assertThat(accepted.json().get("parentCallSid").asString()).isEqualTo(newer);
        assertProblem(simulator.send("POST", "/simulator/devices/ann/accept", "{\"callSid\":\"CA1\"}"), 409);
    }

    @Test
    void a_device_at_which_nothing_rings_can_do_nothing() {
        connect("ann");

        assertProblem(simulator.device("ann", "accept"), 409);
        assertProblem(simulator.device("ann", "reject"), 409);
        assertProblem(simulator.device("ann", "hang-up"), 409);
    }

    private static JsonNode device(String agentId) {
        return simulator.get("/simulator/devices/" + agentId).json();
    }
}
