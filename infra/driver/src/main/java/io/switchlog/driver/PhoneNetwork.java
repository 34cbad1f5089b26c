package io.switchlog.driver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Callers and devices, and what Twilio knows of them: the ground truth. */
public final class PhoneNetwork {

    public static final String OUR_NUMBER = "+15550199";

    private final Http simulator;

    public PhoneNetwork(URI simulator) {
        this.simulator = new Http(simulator);
    }

    /** Somebody calls us; returns the callSid. */
    public String call(String from) {
        return simulator
                .post("/simulator/calls", Map.of("from", from, "to", OUR_NUMBER))
                .require(201)
                .text("callSid");
    }

    public void hangUp(String callSid) {
        simulator.post("/simulator/calls/" + callSid + "/hang-up", Map.of());
    }

    public void hangUpEverybody() {
        simulator.delete("/simulator/calls");
    }

    public void connect(String agentId) {
        device(agentId, "connect", Map.of());
    }

    public void disconnect(String agentId) {
        device(agentId, "disconnect", Map.of());
    }

    public Http.Answer accept(String agentId, String callSid) {
        return device(agentId, "accept", Map.of("callSid", callSid));
    }

    public Http.Answer reject(String agentId, String callSid) {
        return device(agentId, "reject", Map.of("callSid", callSid));
    }

    public JsonNode truth(String callSid) {
        return simulator.get("/simulator/calls/" + callSid).json();
    }

    public String bridgedTo(String callSid) {
        return truth(callSid).path("bridgedTo").asString("");
    }

    /** All agents who have ever been bridged to this caller. */
    public List<String> bridges(String callSid) {
        return strings(truth(callSid).path("bridges"));
    }

    public List<String> heard(String callSid) {
        return strings(truth(callSid).path("heard"));
    }

    /** Whether that agent's device rings for the call, at Twilio. */
    public boolean rings(String agentId, String callSid) {
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
