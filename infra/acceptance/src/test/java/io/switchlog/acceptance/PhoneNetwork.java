package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Callers and devices, and what Twilio knows of them: the ground truth. */
final class PhoneNetwork {

    static final String OUR_NUMBER = "+15550199";

    private final Http simulator = new Http(Stack.SIMULATOR);

    /** Somebody calls us; returns the callSid. */
    String call(String from) {
        Http.Answer answer = simulator.post("/simulator/calls", Map.of("from", from, "to", OUR_NUMBER));
        assertThat(answer.status()).as("call: %s", answer.json()).isIn(200, 201);
        return answer.text("callSid");
    }

    void hangUp(String callSid) {
        simulator.post("/simulator/calls/" + callSid + "/hang-up", Map.of());
    }

    void hangUpEverybody() {
        simulator.delete("/simulator/calls");
    }

    void connect(String agentId) {
        device(agentId, "connect", Map.of());
    }

    void disconnect(String agentId) {
        device(agentId, "disconnect", Map.of());
    }

    Http.Answer accept(String agentId, String callSid) {
        return device(agentId, "accept", Map.of("callSid", callSid));
    }

    Http.Answer reject(String agentId, String callSid) {
        return device(agentId, "reject", Map.of("callSid", callSid));
    }

    JsonNode truth(String callSid) {
        return simulator.get("/simulator/calls/" + callSid).json();
    }

    String bridgedTo(String callSid) {
        return truth(callSid).path("bridgedTo").asString("");
    }

    /** All agents who have ever been bridged to this caller. */
    List<String> bridges(String callSid) {
        return strings(truth(callSid).path("bridges"));
    }

    List<String> heard(String callSid) {
        return strings(truth(callSid).path("heard"));
    }

    /** Whether that agent's device rings for the call, at Twilio. */
    boolean rings(String agentId, String callSid) {
        return StreamSupport.stream(truth(callSid).path("legs").spliterator(), false)
                .anyMatch(leg -> leg.path("agentId").asString("").equals(agentId)
                        && leg.path("status").asString("").equals("ringing"));
    }

    private Http.Answer device(String agentId, String action, Map<String, ?> body) {
        return simulator.post("/simulator/devices/" + agentId + "/" + action, body);
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
