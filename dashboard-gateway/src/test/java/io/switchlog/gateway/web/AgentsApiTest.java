package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgentsApiTest {

    private static final Map<String, Object> EVE = Map.of(
            "agentId", "eve", "name", "Eve", "role", "supervisor", "password", "secret", "maxConcurrentCalls", 2);

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser olga = gateway.signedIn("olga");

    @Test
    void an_operator_registers_an_agent_who_can_then_sign_in() {
        Browser.Answer created = olga.send("POST", "/api/agents", with("agentId", "fay"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().toString())
                .isEqualTo("{\"agentId\":\"fay\",\"name\":\"Eve\",\"role\":\"supervisor\",\"workspace\":\"demo\","
                        + "\"maxConcurrentCalls\":2}");
        assertThat(olga.agent("fay").path("state").asString()).isEqualTo("away");
        assertThat(gateway.browser().signIn("fay", "secret").status()).isEqualTo(200);
    }

    @Test
    void a_repetition_changes_the_agent_and_a_new_password_signs_them_out() {
        olga.send("POST", "/api/agents", EVE);
        Browser eve = gateway.browser();
        eve.signIn("eve", "secret");

        assertThat(olga.send("POST", "/api/agents", with("name", "Eva")).status())
                .isEqualTo(200);
        assertThat(eve.send("GET", "/api/session").text("name")).isEqualTo("Eva");
        assertThat(olga.agent("eve").path("name").asString()).isEqualTo("Eva");

        olga.send("POST", "/api/agents", with("password", "another"));
        eve.send("GET", "/api/session").refusedWith(401, "not-signed-in");
        eve.signIn("eve", "secret").refusedWith(401, "wrong-credentials");
        assertThat(eve.signIn("eve", "another").status()).isEqualTo(200);
    }

    @Test
    void nobody_else_registers_agents() {
        gateway.signedIn("ann").send("POST", "/api/agents", EVE).refusedWith(403, "not-allowed");
    }

    @Test
    void an_agent_of_another_workspace_is_left_alone() {
        gateway.sql("insert into gateway.account (username, workspace, name, role, password_hash)"
                + " values ('zoe', 'elsewhere', 'Zoe', 'AGENT', 'none') on conflict do nothing");

        olga.send("POST", "/api/agents", with("agentId", "zoe")).refusedWith(409, "agent-id-taken");

        assertThat(olga.agent("zoe").isMissingNode()).isTrue();
    }

    static Stream<Arguments> wrong_fields() {
        return Stream.of(
                Arguments.of("agentId", "not an id"),
                Arguments.of("agentId", "x".repeat(122)),
                Arguments.of("name", " "),
                Arguments.of("name", "x".repeat(101)),
                Arguments.of("name", "E\0ve"),
                Arguments.of("role", "boss"),
                Arguments.of("role", 1),
                Arguments.of("password", "abc"),
                Arguments.of("password", "ü".repeat(37)),
                Arguments.of("maxConcurrentCalls", 0),
                Arguments.of("maxConcurrentCalls", 21),
                Arguments.of("maxConcurrentCalls", 1.5),
                Arguments.of("maxConcurrentCalls", "2"),
                Arguments.of("nonsense", true));
    }

    @ParameterizedTest
    @MethodSource("wrong_fields")
    void names_the_field_that_is_not_as_expected(String field, Object value) {
        Browser.Answer answer = olga.send("POST", "/api/agents", with(field, value));

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("detail")).startsWith(field + ": ");
    }

    @Test
    void says_who_is_there_and_why_they_are_ready() {
        olga.send(
                "POST",
                "/api/agents",
                Map.of("agentId", "gil", "name", "Gil", "role", "agent", "password", RunningGateway.PASSWORD));
        Browser gil = gateway.signedIn("gil");

        Browser.Answer said = gil.send("PUT", "/api/me/availability", Map.of("status", "available"));

        assertThat(said.text("status")).isEqualTo("available");
        assertThat(said.json().path("sequence").asLong()).isPositive();
        var agents = gil.send("GET", "/api/agents").json().path("agents");
        assertThat(agents.findValuesAsString("agentId")).contains("ann", "bob").doesNotContain("olga");
        var shown = StreamSupport.stream(agents.spliterator(), false)
                .filter(agent -> agent.path("agentId").asString().equals("gil"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("presence").asString()).isEqualTo("unproven");
        assertThat(shown.path("readiness").asInt()).isEqualTo(60);
        assertThat(shown.path("readinessParts").toString())
                .isEqualTo("{\"availability\":30,\"heartbeat\":0,\"device\":0,\"capacity\":15,\"answering\":15}");
        gil.send("PUT", "/api/me/availability", Map.of("status", "offline"));
    }

    @Test
    void an_agent_is_away_for_a_reason() {
        Browser ann = gateway.signedIn("ann");

        ann.send("PUT", "/api/me/availability", Map.of("status", "away", "reason", "lunch"));

        assertThat(ann.agent("ann").path("availability").asString()).isEqualTo("away");
        assertThat(ann.agent("ann").path("reason").asString()).isEqualTo("lunch");
    }

    @Test
    void operators_take_no_calls() {
        olga.send("PUT", "/api/me/availability", Map.of("status", "available")).refusedWith(409, "takes-no-calls");
    }

    @Test
    void refuses_an_availability_that_does_not_exist() {
        Browser ann = gateway.signedIn("ann");

        assertThat(ann.send("PUT", "/api/me/availability", Map.of("status", "asleep"))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .isEqualTo("status: expected one of available, away, offline");
        assertThat(ann.send("PUT", "/api/me/availability", Map.of())
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo("status");
        assertThat(ann.send("PUT", "/api/me/availability", Map.of("status", "away", "reason", "x".repeat(201)))
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo("reason");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(EVE);
        changed.put(field, value);
        return changed;
    }
}
