package io.switchlog.driver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Somebody signed in at the gateway: an agent, a supervisor or an operator. */
public final class Agent {

    private final String id;
    private final Http gateway;

    private Agent(String id, Http gateway) {
        this.id = id;
        this.gateway = gateway;
    }

    /** Signs in with the password of the demo. */
    public static Agent signIn(URI gatewayUri, String id) {
        Http gateway = new Http(gatewayUri);
        gateway.post("/api/session", Map.of("username", id, "password", "demo")).require(200);
        return new Agent(id, gateway);
    }

    /** The same person with the same session, at another instance of the gateway. */
    public Agent at(URI otherGateway) {
        return new Agent(id, gateway.at(otherGateway));
    }

    public String id() {
        return id;
    }

    public Http gateway() {
        return gateway;
    }

    public void says(String availability) {
        gateway.put("/api/me/availability", Map.of("status", availability)).require(200);
    }

    /** What a browser sends every ten seconds. */
    public void heartbeat(boolean deviceConnected) {
        gateway.post("/api/me/heartbeat", Map.of("deviceConnected", deviceConnected))
                .require(200);
    }

    public Http.Answer claims(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/claim", Map.of());
    }

    /**
     * Claims, in a way that may be repeated.
     *
     * @param idempotencyKey under which the same click may be sent again, and is answered as the first time
     */
    public Http.Answer claims(String callSid, String idempotencyKey) {
        return gateway.send(
                "POST", "/api/calls/" + callSid + "/claim", Map.of(), Map.of("Idempotency-Key", idempotencyKey));
    }

    public Http.Answer declines(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/decline", Map.of());
    }

    /** The caller waits in the lot from now on. */
    public Http.Answer parks(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/park", Map.of());
    }

    /** Takes a parked call. */
    public Http.Answer retrieves(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/retrieve", Map.of());
    }

    /** Hands a parked call to somebody. */
    public Http.Answer retrievesFor(String callSid, String targetAgentId) {
        return gateway.post("/api/calls/" + callSid + "/retrieve", Map.of("agentId", targetAgentId));
    }

    /** Hands their own call to somebody. */
    public Http.Answer transfers(String callSid, String targetAgentId) {
        return gateway.post("/api/calls/" + callSid + "/transfer", Map.of("agentId", targetAgentId));
    }

    public Http.Answer hangsUp(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/hang-up", Map.of());
    }

    /** Is done with a message. */
    public Http.Answer completes(String recordingSid) {
        return gateway.post("/api/voicemails/" + recordingSid + "/done", Map.of());
    }

    public JsonNode board() {
        return gateway.get("/api/board").json();
    }

    /** The call on the board, parked or not; missing when it is not there. */
    public JsonNode call(String callSid) {
        JsonNode board = board();
        JsonNode call = find(board.path("calls"), "callSid", callSid);
        return call.isMissingNode() ? find(board.path("parked"), "callSid", callSid) : call;
    }

    /** The calls in the lot, in its order. */
    public List<String> lot() {
        return StreamSupport.stream(board().path("parked").spliterator(), false)
                .map(call -> call.path("callSid").asString(""))
                .toList();
    }

    /** The agent on the board; missing when they are not there. */
    public JsonNode agent(String agentId) {
        return find(board().path("agents"), "agentId", agentId);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asString("").equals(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
