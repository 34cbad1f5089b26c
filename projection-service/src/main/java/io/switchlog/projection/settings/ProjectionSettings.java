package io.switchlog.projection.settings;

import io.switchlog.client.settings.SettingsReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this service, by the names of the environment. How to reach Postgres is checked here and used by Boot.
 *
 * @param kafkaBootstrapServers {@code KAFKA_BOOTSTRAP_SERVERS}
 * @param postgresUrl {@code POSTGRES_URL}
 * @param readers {@code PROJECTION_READERS}: roles that may read the tables
 * @param ringEventsKept {@code RING_EVENTS_KEPT_DAYS}
 */
public record ProjectionSettings(
        String kafkaBootstrapServers, String postgresUrl, List<String> readers, Duration ringEventsKept) {

    private static final Predicate<String> BOOTSTRAP_SERVERS =
            Pattern.compile("[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*").asMatchPredicate();

    /** What needs no quoting, and can thus be no more than a name; 63 bytes is Postgres's own limit. */
    private static final Predicate<String> ROLES = Pattern.compile(
                    "[A-Za-z_][A-Za-z0-9_-]{0,62}(\\s*,\\s*[A-Za-z_][A-Za-z0-9_-]{0,62})*")
            .asMatchPredicate();

    private static final String DEFAULT_DAYS = "90";

    /**
     * Reads the settings.
     *
     * @throws io.switchlog.client.settings.InvalidSettingException naming the first one that is missing or wrong
     */
    public static ProjectionSettings from(Function<String, @Nullable String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        String kafka = reader.required("KAFKA_BOOTSTRAP_SERVERS", "host:port, several with commas", BOOTSTRAP_SERVERS);
        String postgres = reader.required(
                "POSTGRES_URL", "jdbc:postgresql://host:port/database", url -> url.startsWith("jdbc:postgresql:"));
        reader.required("POSTGRES_USER", "a name", _ -> true);
        reader.required("POSTGRES_PASSWORD", "a password", _ -> true);
        String readers = reader.optional("PROJECTION_READERS", "names of roles, several with commas", ROLES);
        String days = reader.optional(
                "RING_EVENTS_KEPT_DAYS",
                "1 to 9999 days",
                Pattern.compile("[1-9]\\d{0,3}").asMatchPredicate());
        return new ProjectionSettings(
                kafka,
                postgres,
                readers == null
                        ? List.of()
                        : Stream.of(readers.split(",", -1)).map(String::strip).toList(),
                Duration.ofDays(Long.parseLong(days == null ? DEFAULT_DAYS : days)));
    }
}
