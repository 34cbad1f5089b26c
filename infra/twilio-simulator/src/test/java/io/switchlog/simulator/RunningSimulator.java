package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulator.SimulatorClient.Answer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;

/** One simulator for all tests, with nobody connected and the default switches before each of them. */
abstract class RunningSimulator {
    static final String ACCOUNT_SID = "AC00000000000000000000000000000001";
    static final String AUTH_TOKEN = "token-of-the-tests";

    static final WebhookServer webhooks = new WebhookServer(AUTH_TOKEN);
    static final SimulatorClient simulator = start();

    private static SimulatorClient start() {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
        return client(SimulatorApplication.start(
                "--server.port=0",
                "--TWILIO_ACCOUNT_SID=" + ACCOUNT_SID,
                "--TWILIO_AUTH_TOKEN=" + AUTH_TOKEN,
                "--TWILIO_API_KEY_SID=SKtest",
                "--TWILIO_API_KEY_SECRET=secret",
                "--VOICE_URL=" + webhooks.url("/voice"),
                "--STATUS_CALLBACK_URL=" + webhooks.url("/call-status")));
    }

    static SimulatorClient client(ConfigurableApplicationContext application) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new SimulatorClient("http://localhost:" + port, ACCOUNT_SID, AUTH_TOKEN);
    }

    @BeforeEach
    void start_anew() {
        webhooks.reset();
        simulator.set("{}");
        simulator
                .get("/simulator/devices")
                .json()
                .valueStream()
                .forEach(device -> simulator.device(device.get("agentId").asString(), "disconnect"));
    }

    @AfterEach
    void leave_no_caller_and_no_unsigned_request() {
        simulator.send("DELETE", "/simulator/calls", null);
        assertThat(webhooks.all()).allMatch(WebhookServer.Received::signed);
    }

    static void assertBadField(Answer answer, String field) {
        assertProblem(answer, 400);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(answer.json().get("detail").asString()).startsWith(field + " ");
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    static void connect(String... agentIds) {
        for (String agentId : agentIds) {
            simulator.device(agentId, "connect");
        }
    }
}
