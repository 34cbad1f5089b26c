package io.switchlog.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void signs_as_in_the_known_answer_of_twilios_documentation() {
        Map<String, String> parameters = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");

        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", parameters))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void signs_text_beyond_ascii_as_twilios_library_checks_it() {
        String url = "http://localhost:8081/twilio/voice";
        Map<String, String> parameters = Map.of("CallerName", "Žofie Nováková", "Digits", "");

        String signature = Signature.of("secret", url, parameters);

        assertThat(new RequestValidator("secret").validate(url, parameters, signature))
                .isTrue();
    }
}
