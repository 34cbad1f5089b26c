package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.api.v2010.account.Call;
import io.switchlog.simulator.SimulatorClient.Answer;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Twilio's REST: the call resource and its errors. */
class RestTest extends RunningSimulator {
    private static final String NOBODY = "/Calls/CA00000000000000000000000000000000.json";

    @Test
    void twilios_own_library_reads_a_call() {
        webhooks.twiml("/voice", "<Pause length='60'/>");
        String callSid = simulator.placeCall("{\"from\":\"+15005550111\"}");
        await().until(() -> simulator.status(callSid).equals("in-progress"));

        Answer answer = simulator.rest("GET", "/Calls/" + callSid + ".json", Map.of());

        Call call = Call.fromJson(
                new ByteArrayInputStream(answer.bytes()),
                new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules());
        assertThat(call.getSid()).isEqualTo(callSid);
        assertThat(call.getStatus()).hasToString("in-progress");
        assertThat(call.getFrom()).isEqualTo("+15005550111");
        assertThat(call.getDirection()).isEqualTo("inbound");
        assertThat(call.getStartTime()).isNotNull();
        assertThat(call.getEndTime()).isNull();
    }

    @Test
    void a_dialled_leg_is_a_call_of_its_own_that_names_its_parent() {
        connect("ann");
        webhooks.twiml("/voice", "<Dial><Client>ann</Client></Dial>");
        String callSid = simulator.placeCall();
        await().until(() -> simulator.legs(callSid).contains("ann: ringing"));
        String legSid =
                simulator.call(callSid).get("legs").get(0).get("callSid").asString();

        JsonNode leg =
                simulator.rest("GET", "/Calls/" + legSid + ".json", Map.of()).json();

        assertThat(leg.get("parent_call_sid").asString()).isEqualTo(callSid);
        assertThat(leg.get("to").asString()).isEqualTo("client:ann");
        assertThat(leg.get("direction").asString()).isEqualTo("outbound-dial");
    }

    @Test
    void a_wrong_token_is_error_20003() {
        assertError(simulator.rest("GET", NOBODY, Map.of(), "wrong"), 401, 20003);
    }

    @Test
    void an_api_key_opens_what_the_token_opens() {
        assertError(simulator.rest("GET", NOBODY, Map.of(), "SKtest", "secret"), 404, 20404);
        assertError(simulator.rest("GET", NOBODY, Map.of(), "SKtest", "wrong"), 401, 20003);
    }

    @Test
    void an_unknown_call_is_error_20404() {
        assertError(simulator.rest("GET", NOBODY, Map.of()), 404, 20404);
        assertError(simulator.rest("POST", NOBODY, Map.of("Status", "completed")), 404, 20404);
    }

    @Test
    void an_unknown_resource_is_error_20404() {
        assertError(simulator.rest("GET", "/Conferences.json", Map.of()), 404, 20404);
    }

    @Test
    void an_ended_call_is_error_21220() {
        webhooks.twiml("/voice", "<Hangup/>");
        String callSid = simulator.placeCall();
        await().until(() -> simulator.status(callSid).equals("completed"));

        assertError(simulator.update(callSid, Map.of("Url", webhooks.url("/park"))), 400, 21220);
        assertError(simulator.update(callSid, Map.of("Status", "completed")), 400, 21220);
    }

    @Test
    void an_update_without_sense_is_refused() {
        webhooks.twiml("/voice", "<Pause length='60'/>");
        String callSid = simulator.placeCall();

        assertError(simulator.update(callSid, Map.of()), 400, 20001);
        assertError(simulator.update(callSid, Map.of("Status", "busy")), 400, 20001);
        assertError(simulator.update(callSid, Map.of("Url", "/park")), 400, 21205);
    }

    private static void assertError(Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asInt()).isEqualTo(code);
        assertThat(answer.json().get("message").asString()).isNotEmpty();
        assertThat(answer.json().get("more_info").asString()).endsWith("/" + code);
    }
}
