package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
                        "voicemailSilenceSeconds");
        assertThat(gateway.signedIn("ann").send("GET", "/api/settings").json()).isEqualTo(changed.json());
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
    }
}
