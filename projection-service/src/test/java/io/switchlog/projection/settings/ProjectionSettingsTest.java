package io.switchlog.projection.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.client.settings.InvalidSettingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionSettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
            "POSTGRES_URL", "jdbc:postgresql://localhost:5432/switchlog",
            "POSTGRES_USER", "projection",
            "POSTGRES_PASSWORD", "secret"));

    @Test
    void what_is_optional_has_a_default() {
        ProjectionSettings settings = ProjectionSettings.from(environment::get);

        assertThat(settings.readers()).isEmpty();
        assertThat(settings.ringEventsKept()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void readers_are_separated_by_commas() {
        environment.put("PROJECTION_READERS", "gateway, report_maker");

        assertThat(ProjectionSettings.from(environment::get).readers()).containsExactly("gateway", "report_maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAFKA_BOOTSTRAP_SERVERS", "POSTGRES_URL", "POSTGRES_USER", "POSTGRES_PASSWORD"})
    void names_the_setting_that_is_missing(String name) {
        environment.remove(name);

        assertThatThrownBy(() -> ProjectionSettings.from(environment::get))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + ": expected")
                .hasMessageEndingWith("but it is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "KAFKA_BOOTSTRAP_SERVERS, somewhere",
        "POSTGRES_URL, mysql://localhost/x",
        "PROJECTION_READERS, 'a\"; DROP ROLE b'",
        "RING_EVENTS_KEPT_DAYS, 0"
    })
    void names_the_setting_that_is_wrong_and_never_its_value(String name, String value) {
        environment.put(name, value);

        assertThatThrownBy(() -> ProjectionSettings.from(environment::get))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + ": expected")
                .hasMessageNotContaining(value);
    }
}
