package io.switchlog.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.client.settings.InvalidSettingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
            "POSTGRES_URL", "jdbc:postgresql://localhost:5432/switchlog",
            "POSTGRES_USER", "switchlog",
            "POSTGRES_PASSWORD", "secret",
            "PERSONAL_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32]),
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_API_KEY_SID", "SK1",
            "TWILIO_API_KEY_SECRET", "secret"));

    @Test
    void need_no_more_than_the_required_ones() {
        assertThat(read().defaultWorkspace()).isEqualTo("demo");
        assertThat(read().firstOperator()).isNull();
        assertThat(read().sessionCookieSecure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAFKA_BOOTSTRAP_SERVERS",
                "POSTGRES_URL",
                "POSTGRES_USER",
                "POSTGRES_PASSWORD",
                "PERSONAL_DATA_KEY",
                "TWILIO_ACCOUNT_SID",
                "TWILIO_API_KEY_SID",
                "TWILIO_API_KEY_SECRET"
            })
    void name_the_one_that_is_missing(String name) {
        environment.remove(name);

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + ": expected ")
                .hasMessageEndingWith("but it is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "KAFKA_BOOTSTRAP_SERVERS, localhost",
        "POSTGRES_URL, postgres://localhost/switchlog",
        "PERSONAL_DATA_KEY, c2hvcnQ=",
        "PERSONAL_DATA_KEY, !",
        "TWILIO_ACCOUNT_SID, SK1",
        "TWILIO_API_KEY_SID, AC1",
        "TWILIO_API_BASE_URL, api.twilio.com",
        "PUBLIC_BASE_URL, example.com",
        "SESSION_COOKIE_SECURE, maybe",
        "DEFAULT_WORKSPACE, Demo",
        "OPERATOR_USERNAME, white space",
        "OPERATOR_PASSWORD, abc"
    })
    void name_the_one_that_is_wrong_but_not_its_value(String name, String value) {
        environment.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + ": expected ")
                .message()
                .doesNotContain("but it is not set");
    }

    @Test
    void ask_twilio_itself_unless_told_of_another_address() {
        assertThat(read().twilio().baseUrl()).isEqualTo("https://api.twilio.com");

        environment.put("TWILIO_API_BASE_URL", "http://localhost:8082/");
        assertThat(read().twilio().baseUrl()).isEqualTo("http://localhost:8082");
        assertThat(read().twilio().toString()).doesNotContain("secret");
    }

    @Test
    void make_the_cookie_secure_where_we_are_seen_over_tls() {
        environment.put("PUBLIC_BASE_URL", "https://example.com");
        assertThat(read().sessionCookieSecure()).isTrue();

        environment.put("SESSION_COOKIE_SECURE", "false");
        assertThat(read().sessionCookieSecure()).isFalse();
    }

    @Test
    void want_the_operators_name_and_password_together() {
        environment.put("OPERATOR_USERNAME", "olga");
        assertThatThrownBy(this::read).hasMessageStartingWith("OPERATOR_PASSWORD: ");

        environment.put("OPERATOR_PASSWORD", "demo");
        assertThat(Objects.requireNonNull(read().firstOperator()).username()).isEqualTo("olga");
    }

    private GatewaySettings read() {
        return GatewaySettings.from(environment::get);
    }
}
