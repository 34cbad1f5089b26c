package io.switchlog.ingress.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.ingress.Calls;
import io.switchlog.ingress.IngressSettingsFixture;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Map<String, String> CALL =
            Map.of("CallSid", Calls.SID, "From", "+14158675309", "To", "+18005551212", "CallStatus", "completed");

    @BeforeEach
    void a_log_that_ignores_everything() {
        WebhookServer.log().commands().clear();
        WebhookServer.log().decides(_ -> List.of(Calls.handedOut(1)));
    }

    /** The known answer of Twilio's documentation, for what this test itself signs with. */
    @Test
    void the_signature_of_twilios_own_example_is_reproduced() {
        Map<String, String> form = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");

        assertThat(Twilio.sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void a_signed_request_passes_with_and_without_a_query() {
        assertThat(Twilio.post("/twilio/call-status", CALL).statusCode()).isEqualTo(204);
        assertThat(Twilio.post("/twilio/call-status?workspace=sales&step=1", CALL)
                        .statusCode())
                .isEqualTo(204);
        assertThat(WebhookServer.log().commands()).hasSize(2);
    }

    @Test
    void parameters_beyond_ascii_pass() {
        Map<String, String> form = new TreeMap<>(CALL);
        form.put("CallerName", "Zoë & Søn = 100% +");

        assertThat(Twilio.post("/twilio/call-status", form).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice",
                "/twilio/dial-status?step=1&delivery=1",
                "/twilio/connect?step=1&instruction=1",
                "/twilio/park?step=1&instruction=1",
                "/twilio/hold-music.wav",
                "/twilio/agent-answer?callSid=CA1&agent=ann&step=1&delivery=1",
                "/twilio/client-status?callSid=CA1&agent=ann&step=1&delivery=1",
                "/twilio/call-status",
                "/twilio/voicemail?step=1&delivery=1",
                "/twilio/recording-status",
                "/twilio/transcription",
                "/twilio/no-such-webhook"
            })
    void an_unsigned_request_is_refused_counted_and_without_effect(String url) {
        double before = failures();

        HttpResponse<String> response = Twilio.post(url, Twilio.body(CALL), Map.of());

        assertRefused(response);
        assertThat(failures()).isEqualTo(before + 1);
    }

    @Test
    void a_changed_parameter_query_path_or_token_is_refused() {
        String url = IngressSettingsFixture.PUBLIC_BASE_URL + "/twilio/call-status?workspace=demo";
        String signature = Twilio.sign(IngressSettingsFixture.AUTH_TOKEN, url, CALL);
        Map<String, String> changed = new TreeMap<>(CALL);
        changed.put("CallStatus", "busy");
        Map<String, String> more = new TreeMap<>(CALL);
        more.put("SequenceNumber", "7");
        String query = "/twilio/call-status?workspace=demo";

        assertRefused(post(query, changed, signature));
        assertRefused(post(query, more, signature));
        assertRefused(post("/twilio/call-status?workspace=sales", CALL, signature));
        assertRefused(post("/twilio/call-status", CALL, signature));
        assertRefused(post("/twilio/client-status?workspace=demo", CALL, signature));
        assertRefused(post(query, CALL, Twilio.sign("another token", url, CALL)));
    }

    /** A parameter must not wander from the query into what the body signs, or the other way round. */
    @Test
    void a_body_parameter_in_the_query_is_refused() {
        Map<String, String> rest = new TreeMap<>(CALL);
        rest.remove("CallStatus");
        String signature = Twilio.sign(
                IngressSettingsFixture.AUTH_TOKEN,
                IngressSettingsFixture.PUBLIC_BASE_URL + "/twilio/call-status",
                CALL);

        assertRefused(post("/twilio/call-status?CallStatus=completed", rest, signature));
    }

    @Test
    void headers_cannot_say_where_twilio_reached_us() {
        String elsewhere =
                Twilio.sign(IngressSettingsFixture.AUTH_TOKEN, "https://evil.example.test/twilio/call-status", CALL);

        assertRefused(Twilio.post(
                "/twilio/call-status",
                Twilio.body(CALL),
                Map.of(
                        "X-Twilio-Signature", elsewhere,
                        "X-Forwarded-Host", "evil.example.test",
                        "X-Forwarded-Proto", "https",
                        "Forwarded", "host=evil.example.test;proto=https")));
    }

    @Test
    void a_body_of_more_than_64_kilobytes_is_refused() {
        HttpResponse<String> response = Twilio.post("/twilio/voice", "a=" + "b".repeat(64 * 1024), Map.of());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    private static HttpResponse<String> post(String url, Map<String, String> form, String signature) {
        return Twilio.post(url, Twilio.body(form), Map.of("X-Twilio-Signature", signature));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":403").contains("X-Twilio-Signature");
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    private static double failures() {
        return WebhookServer.bean(MeterRegistry.class)
                .counter("switchlog.webhook.signature.failures")
                .count();
    }
}
