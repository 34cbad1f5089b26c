package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Simulators of their own, with other settings than those of the other tests. */
class StartUpTest {
    @Test
    void a_missing_setting_is_named_and_no_value_is_shown() {
        assertThatThrownBy(() -> SimulatorApplication.start(
                                "--server.port=0", "--TWILIO_ACCOUNT_SID=AC1", "--VOICE_URL=localhost/secret")
                        .close())
                .hasMessage("TWILIO_AUTH_TOKEN is not set; VOICE_URL is not an absolute http or https URL");
    }

    @Test
    void the_fallback_url_is_asked_when_the_voice_webhook_refuses_the_connection() {
        WebhookServer webhooks = new WebhookServer(RunningSimulator.AUTH_TOKEN);
        webhooks.twiml("/fallback", "<Say>We call you back</Say>");
        String deadUrl = "http://localhost:1/voice";
        try (ConfigurableApplicationContext application = SimulatorApplication.start(
                "--server.port=0",
                "--TWILIO_ACCOUNT_SID=" + RunningSimulator.ACCOUNT_SID,
                "--TWILIO_AUTH_TOKEN=" + RunningSimulator.AUTH_TOKEN,
                "--VOICE_URL=" + deadUrl,
                "--VOICE_FALLBACK_URL=" + webhooks.url("/fallback"))) {
            SimulatorClient simulator = RunningSimulator.client(application);

            String callSid = simulator.placeCall();

            await().until(() -> simulator.heard(callSid).contains("say: We call you back"));
            assertThat(webhooks.at("/fallback").getFirst().parameters())
                    .containsEntry("ErrorCode", "11205")
                    .containsEntry("ErrorUrl", deadUrl);
        }
    }
}
