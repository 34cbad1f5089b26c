package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, and how they are told that they may not. */
class GatewayTest extends AcceptanceTest {

    @Test
    void the_session_says_who_is_signed_in() {
        Http.Answer session = ann.gateway().get("/api/session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("agentId")).isEqualTo("ann");
        assertThat(session.text("role")).isEqualTo("agent");
        assertThat(session.text("workspace")).isEqualTo("demo");
        assertThat(session.text("name")).isNotBlank();
    }

    @Test
    void a_wrong_password_is_refused() {
        Http.Answer answer = new Http(STACK.ports().gatewayUri())
                .post("/api/session", Map.of("username", "ann", "password", "wrong"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void without_a_session_there_is_nothing_to_see_or_do() {
        Http nobody = new Http(STACK.ports().gatewayUri());

        assertThat(nobody.get("/api/board").status()).isEqualTo(401);
        assertThat(nobody.post("/api/calls/CA1/claim", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.get("/api/board/stream").status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session() {
        Agent dave = Agent.signIn(STACK.ports().gatewayUri(), "dave");
        assertThat(dave.gateway().delete("/api/session").status()).isIn(200, 204);
        assertThat(dave.gateway().get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void only_operators_register_agents_and_change_settings() {
        Map<String, Object> agent = Map.of("agentId", "eve", "name", "Eve", "role", "agent", "password", "demo");

        assertThat(ann.gateway().post("/api/agents", agent).status()).isEqualTo(403);
        assertThat(sam.gateway()
                        .patch("/api/settings", Map.of("ringTimeoutSeconds", 20))
                        .status())
                .isEqualTo(403);
        assertThat(ann.agent("eve").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ringTimeoutSeconds, 4", "ringTimeoutSeconds, 601", "connectTimeoutSeconds, 0", "nonsense, 1"})
    void a_setting_out_of_range_is_named_and_changes_nothing(String setting, int value) {
        Http.Answer answer = olga.gateway().patch("/api/settings", Map.of(setting, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains(setting);
    }

    @Test
    void an_availability_that_does_not_exist_is_refused() {
        Http.Answer answer = ann.gateway().put("/api/me/availability", Map.of("status", "sleeping"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains("status");
        assertThat(ann.agent("ann").path("availability").asString()).isEqualTo("away");
    }

    @Test
    void a_forged_cross_site_click_is_refused() {
        available(ann);
        String call = ringingCall("+15550501", ann);

        Http.Answer forged = ann.gateway()
                .send("POST", "/api/calls/" + call + "/claim", Map.of(), Map.of("Origin", "https://evil.example"));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(stateOf(call)).isEqualTo("ringing");
    }

    @Test
    void a_click_repeated_with_its_key_gets_its_first_answer_whatever_has_happened_since() {
        available(ann);
        String call = ringingCall("+15550502", ann);
        Map<String, String> key = Map.of("Idempotency-Key", "click-" + call);
        Http.Answer first = ann.gateway().send("POST", "/api/calls/" + call + "/claim", Map.of(), key);
        ann.hangsUp(call);

        Http.Answer again = ann.gateway().send("POST", "/api/calls/" + call + "/claim", Map.of(), key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(ann.claims(call).status()).isEqualTo(410);
    }

    @Test
    void every_service_answers_for_its_health_and_its_metrics() {
        for (Http service : new Http[] {
            new Http(STACK.ports().gatewayUri()),
            new Http(STACK.ports().ingressUri()),
            new Http(STACK.ports().engineUri())
        }) {
            assertThat(service.get("/actuator/health").text("status")).isEqualTo("UP");
            assertThat(service.get("/actuator/prometheus").response().body()).contains("jvm_memory_used_bytes");
        }
    }
}
