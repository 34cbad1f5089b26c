package io.switchlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.RoutingSettings.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingSettingsTest {

    private static final Change NOTHING = new Change(null, null, null, null, null, null, null, null, null);

    @Test
    void the_defaults_are_within_their_ranges() {
        assertThat(RoutingSettings.DEFAULTS.violation()).isNull();
    }

    @Test
    void what_a_change_does_not_name_stays() {
        assertThat(NOTHING.applyTo(RoutingSettings.DEFAULTS)).isEqualTo(RoutingSettings.DEFAULTS);
    }

    @Test
    void what_a_change_names_holds_from_then_on() {
        assertThat(new Change(40, 15, true, "Hello.", 90, 4, 200, null, null).applyTo(RoutingSettings.DEFAULTS))
                .isEqualTo(new RoutingSettings(40, 15, true, "Hello.", 90, 4, 200, 30, true));
    }

    @ParameterizedTest
    @CsvSource({"30, 25", "600, 595", "12, 7", "10, 5", "9, 5", "5, 5"})
    void twilio_is_told_five_seconds_less_since_it_adds_them_but_never_less_than_it_takes(int ring, int dial) {
        assertThat(ringing(ring).dialTimeoutSeconds()).isEqualTo(dial);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 600})
    void phones_may_ring_for_five_to_six_hundred_seconds(int seconds) {
        assertThat(ringing(seconds).violation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 601})
    void phones_may_ring_neither_shorter_nor_longer(int seconds) {
        assertThat(ringing(seconds).violation()).isEqualTo("ringTimeoutSeconds: expected 5 to 600");
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true", "300, true", "301, false"})
    void nothing_may_be_heard_for_five_seconds_to_five_minutes(int seconds, boolean allowed) {
        judged(
                new Change(null, null, null, null, null, null, null, seconds, null),
                allowed,
                "heartbeatTimeoutSeconds: expected 5 to 300");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "60, true", "61, false"})
    void a_device_has_one_to_sixty_seconds_to_come_up(int seconds, boolean allowed) {
        judged(
                new Change(null, seconds, null, null, null, null, null, null, null),
                allowed,
                "connectTimeoutSeconds: expected 1 to 60");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "1000, true", "1001, false"})
    void a_greeting_has_one_to_a_thousand_characters(int length, boolean allowed) {
        judged(
                new Change(null, null, null, "a".repeat(length), null, null, null, null, null),
                allowed,
                "voicemailGreeting: expected 1 to 1000 characters");
    }

    @Test
    void a_greeting_of_blanks_is_none() {
        judged(
                new Change(null, null, null, "   ", null, null, null, null, null),
                false,
                "voicemailGreeting: expected 1 to 1000 characters");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "120, true", "121, false"})
    void a_message_may_last_as_long_as_twilio_transcribes(int seconds, boolean allowed) {
        judged(
                new Change(null, null, null, null, seconds, null, null, null, null),
                allowed,
                "voicemailMaxSeconds: expected 2 to 120");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "60, true", "61, false"})
    void silence_ends_a_message_after_one_to_sixty_seconds(int seconds, boolean allowed) {
        judged(
                new Change(null, null, null, null, null, seconds, null, null, null),
                allowed,
                "voicemailSilenceSeconds: expected 1 to 60");
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "3600, true", "3601, false"})
    void a_call_may_be_parked_for_ten_seconds_to_an_hour(int seconds, boolean allowed) {
        judged(
                new Change(null, null, null, null, null, null, seconds, null, null),
                allowed,
                "parkTimeoutSeconds: expected 10 to 3600");
    }

    private static void judged(Change change, boolean allowed, String violation) {
        assertThat(change.applyTo(RoutingSettings.DEFAULTS).violation()).isEqualTo(allowed ? null : violation);
    }

    private static RoutingSettings ringing(int seconds) {
        return new Change(seconds, null, null, null, null, null, null, null, null).applyTo(RoutingSettings.DEFAULTS);
    }
}
