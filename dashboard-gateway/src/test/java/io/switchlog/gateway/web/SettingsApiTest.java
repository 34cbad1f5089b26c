package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser olga = gateway.signedIn("olga");

    @Test
    void an_operator_changes_some_and_everybody_sees_all() {
        Browser.Answer changed = olga.send("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 45));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("ringTimeoutSeconds").asInt()).isEqualTo(45);
        assertThat(changed.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "ringTimeoutSeconds",
                        "connectTimeoutSeconds",
                        "offerAgainWhenAgentLegEnds",
                        "voicemailGreeting",
                        "voicemailMaxSeconds",
                        "voicemailSilenceSeconds",
                        "parkTimeoutSeconds",
                        "heartbeatTimeoutSeconds",
                        "ringUnprovenAgents");
        assertThat(gateway.signedIn("ann").send("GET", "/api/settings").json()).isEqualTo(changed.json());
    }

    @Test
    void an_operator_says_how_long_a_call_may_be_parked() {
        assertThat(olga.send("PATCH", "/api/settings", Map.of("parkTimeoutSeconds", 90))
                        .json()
                        .path("parkTimeoutSeconds")
                        .asInt())
                .isEqualTo(90);
        assertThat(olga.send("PATCH", "/api/settings", Map.of("parkTimeoutSeconds", 9))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .isEqualTo("parkTimeoutSeconds: expected 10 to 3600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ringTimeoutSeconds",
                "connectTimeoutSeconds",
                "offerAgainWhenAgentLegEnds",
                "voicemailGreeting",
                "voicemailMaxSeconds",
                "voicemailSilenceSeconds",
                "parkTimeoutSeconds",
                "heartbeatTimeoutSeconds",
                "ringUnprovenAgents"
            })
    void a_setting_cannot_be_nothing(String field) {
        Browser.Answer answer = olga.send("PATCH", "/api/settings", "{\"" + field + "\":null}", "application/json");

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "{\"ringTimeoutSeconds\":", "{} {}"})
    void a_change_is_one_object(String body) {
        olga.send("PATCH", "/api/settings", body, "application/json").refusedWith(400, "malformed-json");
    }

    @Test
    void nobody_else_changes_them() {
        gateway.signedIn("ann")
                .send("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 45))
                .refusedWith(403, "not-allowed");
    }

    @Test
    void names_what_is_not_as_expected() {
        assertThat(olga.send("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 4))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .isEqualTo("ringTimeoutSeconds: expected 5 to 600");
        assertThat(olga.send("PATCH", "/api/settings", Map.of("ringTimeout", 20))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .startsWith("ringTimeout: unknown; expected one of connectTimeoutSeconds, ");
        assertThat(olga.send("PATCH", "/api/settings", Map.of("offerAgainWhenAgentLegEnds", "maybe"))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .isEqualTo("offerAgainWhenAgentLegEnds: expected true or false");
        assertThat(olga.send("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 20.5))
                        .refusedWith(400, "invalid")
                        .text("detail"))
                .isEqualTo("ringTimeoutSeconds: expected a whole number");
    }
}
