package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser olga = gateway.signedIn("olga");

    /** Whom no other test knows. */
    private Browser hal;

    @BeforeEach
    void register() {
        olga.send(
                "POST",
                "/api/agents",
                Map.of("agentId", "hal", "name", "Hal", "role", "agent", "password", RunningGateway.PASSWORD));
        hal = gateway.signedIn("hal");
        hal.send("PUT", "/api/me/availability", Map.of("status", "available"));
    }

    @Test
    void a_heartbeat_is_answered_with_how_ready_the_agent_is_by_it_and_shows_on_the_board() {
        Browser.Answer with = heartbeat(true);

        assertThat(with.status()).isEqualTo(200);
        assertThat(with.json().path("readiness").asInt()).isEqualTo(100);
        assertThat(with.json().path("readinessParts").toString())
                .isEqualTo("{\"availability\":30,\"heartbeat\":20,\"device\":20,\"capacity\":15,\"answering\":15}");
        shows("connected", 100);

        assertThat(heartbeat(false).json().path("readiness").asInt()).isEqualTo(80);
        shows("without-device", 80);
    }

    @Test
    void a_heartbeat_that_tells_nothing_new_is_answered_as_well() {
        heartbeat(true);
        shows("connected", 100);

        assertThat(heartbeat(true).status()).isEqualTo(200);
    }

    @Test
    void the_end_of_the_last_stream_is_told() throws IOException {
        OpenStream first = hal.open("/api/board/stream", Map.of());
        OpenStream second = hal.open("/api/board/stream", Map.of());
        first.awaitType("reset");
        second.awaitType("reset");
        heartbeat(true);
        shows("connected", 100);

        first.close();
        heartbeat(false);
        shows("without-device", 80);
        second.close();

        await().until(() -> {
            // Only when something is written does a stream notice that nobody reads it.
            olga.send("PATCH", "/api/settings", Map.of("ringTimeoutSeconds", 30));
            return hal.agent("hal").path("presence").asString().equals("disconnected");
        });
        assertThat(hal.agent("hal").path("state").asString()).isEqualTo("offline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"deviceConnected\":null}", "{\"deviceConnected\":\"yes\"}", "{\"deviceConnected\":1}"})
    void whether_the_device_is_connected_must_be_said(String body) {
        Browser.Answer answer = hal.send("POST", "/api/me/heartbeat", body, "application/json");

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo("deviceConnected");
    }

    @Test
    void operators_have_no_heartbeat() {
        olga.send("POST", "/api/me/heartbeat", Map.of("deviceConnected", true)).refusedWith(409, "takes-no-calls");
    }

    @Test
    void strangers_have_none_either() {
        gateway.browser()
                .send("POST", "/api/me/heartbeat", Map.of("deviceConnected", true))
                .refusedWith(401, "not-signed-in");
    }

    private Browser.Answer heartbeat(boolean deviceConnected) {
        return hal.send("POST", "/api/me/heartbeat", Map.of("deviceConnected", deviceConnected));
    }

    private void shows(String presence, int readiness) {
        await().until(() -> hal.agent("hal").path("presence").asString().equals(presence));
        assertThat(hal.agent("hal").path("readiness").asInt()).isEqualTo(readiness);
    }
}
