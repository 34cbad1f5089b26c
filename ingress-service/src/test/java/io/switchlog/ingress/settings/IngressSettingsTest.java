package io.switchlog.ingress.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.switchlog.client.settings.InvalidSettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressSettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", "12345",
            "PUBLIC_BASE_URL", "https://calls.example.test/",
            "PERSONAL_DATA_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));

    @Test
    void what_may_be_left_out_has_its_default() {
        IngressSettings settings = IngressSettings.read(environment::get);

        assertThat(settings.twilioApiBaseUrl()).isEqualTo("https://api.twilio.com");
        assertThat(settings.publicBaseUrl()).isEqualTo("https://calls.example.test");
        assertThat(settings.holdMusicUrl()).isEqualTo("https://calls.example.test/twilio/hold-music.wav");
        assertThat(settings.defaultWorkspace()).isEqualTo("demo");
        assertThat(settings.twilioRest()).isEqualTo(new IngressSettings.Credentials("AC1", "12345"));
        assertThat(settings.workspaceNumbers()).isEmpty();
    }

    @Test
    void an_api_key_is_used_for_rest_and_numbers_have_their_workspaces() {
        environment.put("TWILIO_API_KEY_SID", "SK1");
        environment.put("TWILIO_API_KEY_SECRET", "secret");
        environment.put("WORKSPACE_NUMBERS", "+15550001=sales, +15550002=support");

        IngressSettings settings = IngressSettings.read(environment::get);

        assertThat(settings.twilioRest()).isEqualTo(new IngressSettings.Credentials("SK1", "secret"));
        assertThat(settings.workspaceNumbers()).isEqualTo(Map.of("+15550001", "sales", "+15550002", "support"));
    }

    @Test
    void hold_music_may_come_from_elsewhere_with_a_query_if_need_be() {
        environment.put("HOLD_MUSIC_URL", "http://music.example.test/a%20song?loop=1");

        assertThat(IngressSettings.read(environment::get).holdMusicUrl())
                .isEqualTo("http://music.example.test/a%20song?loop=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAFKA_BOOTSTRAP_SERVERS",
                "TWILIO_ACCOUNT_SID",
                "TWILIO_AUTH_TOKEN",
                "PUBLIC_BASE_URL",
                "PERSONAL_DATA_KEY"
            })
    void a_missing_setting_is_named(String name) {
        environment.put(name, " ");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> IngressSettings.read(environment::get))
                .withMessageStartingWith(name + ": expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "TWILIO_ACCOUNT_SID, AC/../1",
        "PUBLIC_BASE_URL, calls.example.test",
        "PUBLIC_BASE_URL, https://calls.example.test/?a=b",
        "TWILIO_API_BASE_URL, ftp://x",
        "HOLD_MUSIC_URL, /twilio/hold-music.wav",
        "HOLD_MUSIC_URL, ftp://music.example.test/calm.mp3",
        "HOLD_MUSIC_URL, https://music.example.test/a song.mp3",
        "PERSONAL_DATA_KEY, c2hvcnQ=",
        "PERSONAL_DATA_KEY, not base64",
        "WORKSPACE_NUMBERS, 15550001=sales",
        "WORKSPACE_NUMBERS, +15550001=Sales Team",
        "DEFAULT_WORKSPACE, Demo",
        "SILENT_CALL_SECONDS, 9",
        "SILENT_CALL_SECONDS, a minute",
        "TWILIO_API_KEY_SID, SK1",
        "TWILIO_API_KEY_SECRET, secret"
    })
    void a_wrong_setting_is_named_and_not_quoted(String name, String value) {
        environment.put(name, value);

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> IngressSettings.read(environment::get))
                .withMessageContaining(name)
                .withMessageMatching("[A-Z_]+: expected [^\n]+")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value + " "));
    }
}
