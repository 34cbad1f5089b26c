package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Somebody signed in at the gateway: an agent, a supervisor or an operator. */
final class Agent {

    private final String id;
    private final Http gateway = new Http(Stack.GATEWAY);

    private Agent(String id) {
        this.id = id;
    }

    static Agent signIn(String id) {
        Agent agent = new Agent(id);
        Http.Answer answer = agent.gateway.post("/api/session", Map.of("username", id, "password", "demo"));
        assertThat(answer.status()).as("sign-in of %s: %s", id, answer.json()).isEqualTo(200);
        return agent;
    }

    String id() {
        return id;
    }

    Http gateway() {
        return gateway;
    }

    void says(String availability) {
        Http.Answer answer = gateway.put("/api/me/availability", Map.of("status", availability));
        assertThat(answer.status())
                .as("availability of %s: %s", id, answer.json())
                .isEqualTo(200);
    }

    Http.Answer claims(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/claim", Map.of());
    }

    Http.Answer declines(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/decline", Map.of());
    }

    Http.Answer hangsUp(String callSid) {
        return gateway.post("/api/calls/" + callSid + "/hang-up", Map.of());
    }

    JsonNode board() {
        return gateway.get("/api/board").json();
    }

    /** The call on the board; missing when it is not there. */
    JsonNode call(String callSid) {
        return find(board().path("calls"), "callSid", callSid);
    }

    /** The agent on the board; missing when they are not there. */
    JsonNode agent(String agentId) {
        return find(board().path("agents"), "agentId", agentId);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(field).asString("").equals(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
