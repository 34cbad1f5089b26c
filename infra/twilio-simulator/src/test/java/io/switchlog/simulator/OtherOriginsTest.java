package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulator.SimulatorClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers let pages of other origins do, such as a dashboard that drives its agent's device. */
class OtherOriginsTest extends RunningSimulator {
    private static final Map<String, String> ELSEWHERE = Map.of("Origin", "http://localhost:8080");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void pages_of_other_origins_may_use_the_simulators_own_api(String method) {
        Answer preflight = simulator.sendWith(
                Map.of(
                        "Origin", "http://localhost:8080",
                        "Access-Control-Request-Method", method,
                        "Access-Control-Request-Headers", "content-type"),
                "OPTIONS",
                "/simulator/" + (method.equals("POST") ? "devices/ann/accept" : "switches"));

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains(method);
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase("content-type");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void they_may_read_its_answers_its_refusals_too() throws Exception {
        Answer refusal = simulator.sendWith(ELSEWHERE, "POST", "/simulator/devices/ann/accept");
        assertProblem(refusal, 409);
        assertThat(refusal.header("Access-Control-Allow-Origin")).isEqualTo("*");
        try (OpenStream stream = simulator.open("/simulator/devices/ann/stream", ELSEWHERE)) {
            assertThat(stream.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Test
    void they_may_not_use_twilios_rest() {
        String calls = "/2010-04-01/Accounts/" + ACCOUNT_SID + "/Calls/CA1.json";

        Answer preflight = simulator.sendWith(
                Map.of("Origin", "http://localhost:8080", "Access-Control-Request-Method", "POST"), "OPTIONS", calls);
        Answer answer = simulator.sendWith(
                Map.of("Origin", "http://localhost:8080", "Authorization", simulator.authorization()), "GET", calls);

        assertThat(preflight.status()).isEqualTo(401);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
