package io.switchlog.driver;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Callers and devices, and what Twilio knows of them: the ground truth. */
public final class PhoneNetwork {

    public static final String OUR_NUMBER = "+15550199";

    private final Http simulator;

    public PhoneNetwork(URI simulator) {
        this.simulator = new Http(simulator);
    }

    /** Somebody calls us; returns the callSid. */
    public String call(String from) {
        return place(Map.of("from", from, "to", OUR_NUMBER));
    }

    /**
     * A caller whom the network knows by name.
     *
     * @param name what Twilio tells as CallerName
     */
    public String call(String from, String name) {
        return place(Map.of("from", from, "to", OUR_NUMBER, "callerName", name));
    }

    private String place(Map<String, String> call) {
        return simulator.post("/simulator/calls", call).require(201).text("callSid");
    }

    /**
     * Throws the switches for all calls, and puts all others back to their defaults.
     *
     * @param switches JSON, as docs/simulator.md describes it
     */
    public void throwSwitches(String switches) {
        simulator.put("/simulator/switches", json(switches)).require(200);
    }

    /** Throws that call's own switches; JSON as for all calls. */
    public void throwSwitchesOf(String callSid, String switches) {
        simulator
                .put("/simulator/calls/" + callSid + "/switches", json(switches))
                .require(200);
    }

    /** No switch is thrown any more. */
    public void resetSwitches() {
        simulator.delete("/simulator/switches").require(200);
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

    /** The agent hangs up on the device. */
    public Http.Answer hangUpAt(String agentId, String callSid) {
        return device(agentId, "hang-up", Map.of("callSid", callSid));
    }

    /** What rings at the agent's device and what is up there. */
    public JsonNode deviceOf(String agentId) {
        return simulator.get("/simulator/devices/" + agentId).json();
    }

    public JsonNode truth(String callSid) {
        return simulator.get("/simulator/calls/" + callSid).json();
    }

    public String bridgedTo(String callSid) {
        return truth(callSid).path("bridgedTo").asString("");
    }

    /** The truth about each of these calls, at about the same time. */
    public List<JsonNode> truths(Collection<String> callSids) {
        return StreamSupport.stream(simulator.get("/simulator/calls").json().spliterator(), false)
                .filter(call -> callSids.contains(call.path("callSid").asString("")))
                .toList();
    }

    /** Twilio's status of the caller's leg. */
    public String statusOf(String callSid) {
        return truth(callSid).path("status").asString("");
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
        return agentsWhoseLegIs("ringing", callSid).contains(agentId);
    }

    /** Who has a leg of this call that is up; more than one only while Twilio still asks us who may be bridged. */
    public List<String> connected(String callSid) {
        return agentsWhoseLegIs("in-progress", callSid);
    }

    /** Whether nothing rings at the agent's device and nothing is up there. */
    public boolean isIdle(String agentId) {
        JsonNode device = deviceOf(agentId);
        return device.path("ringing").isEmpty() && device.path("inProgress").isEmpty();
    }

    private List<String> agentsWhoseLegIs(String status, String callSid) {
        return StreamSupport.stream(truth(callSid).path("legs").spliterator(), false)
                .filter(leg -> leg.path("status").asString("").equals(status))
                .map(leg -> leg.path("agentId").asString(""))
                .toList();
    }

    private Http.Answer device(String agentId, String action, Map<String, ?> body) {
        return simulator.post("/simulator/devices/" + agentId + "/" + action, body);
    }

    private static Map<String, Object> json(String text) {
        return JsonMapper.shared().readValue(text, new TypeReference<>() {});
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
