package io.switchlog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {

    private static final Ports PORTS = new Ports(8080, 8081, 8082, 8083, 8084, 19092, 15432);

    @TempDir
    Path directory;

    @Test
    void embeds_and_simulates_what_the_environment_does_not_name() throws Exception {
        LocalSettings settings = resolve(Map.of(), true);

        assertThat(settings.embedsKafka()).isTrue();
        assertThat(settings.embedsPostgres()).isTrue();
        assertThat(settings.simulatesTwilio()).isTrue();
        assertThat(settings.get("KAFKA_BOOTSTRAP_SERVERS")).isEqualTo("localhost:19092");
        assertThat(settings.get("POSTGRES_URL")).isEqualTo("jdbc:postgresql://localhost:15432/switchlog");
        assertThat(settings.get("TWILIO_API_BASE_URL")).isEqualTo("http://localhost:8082");
        assertThat(settings.get("PUBLIC_BASE_URL")).isEqualTo("http://localhost:8081");
        assertThat(settings.get("OPERATOR_USERNAME")).isEqualTo("olga");
    }

    @Test
    void the_environment_wins_over_what_would_be_embedded() throws Exception {
        LocalSettings settings = resolve(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "POSTGRES_URL", "jdbc:postgresql://postgres/calls",
                        "POSTGRES_USER", "gateway",
                        "TWILIO_API_BASE_URL", "http://twilio:1",
                        "TWILIO_AUTH_TOKEN", "given",
                        "PUBLIC_BASE_URL", "https://calls.example"),
                true);

        assertThat(settings.embedsKafka()).isFalse();
        assertThat(settings.embedsPostgres()).isFalse();
        assertThat(settings.simulatesTwilio()).isFalse();
        assertThat(settings.asArguments(service("projection")))
                .containsExactly(
                        "--KAFKA_BOOTSTRAP_SERVERS=kafka:9092",
                        "--POSTGRES_URL=jdbc:postgresql://postgres/calls",
                        "--POSTGRES_USER=gateway",
                        "--POSTGRES_PASSWORD=",
                        "--PROJECTION_READERS=");
        assertThat(settings.asArguments(service("ingress"))).contains("--TWILIO_AUTH_TOKEN=given");
    }

    @Test
    void in_an_embedded_database_each_service_has_a_role_of_its_own() throws Exception {
        LocalSettings settings = resolve(Map.of(), true);

        assertThat(settings.asArguments(service("gateway")))
                .contains("--POSTGRES_USER=gateway")
                .noneMatch(argument -> argument.startsWith("--PROJECTION_READERS"));
        assertThat(settings.asArguments(service("projection")))
                .contains("--POSTGRES_USER=projection", "--PROJECTION_READERS=gateway");
        assertThat(settings.get("gateway", "POSTGRES_PASSWORD"))
                .isNotEqualTo(settings.get("projection", "POSTGRES_PASSWORD"))
                .isEqualTo(resolve(Map.of(), true).get("gateway", "POSTGRES_PASSWORD"));
    }

    @Test
    void a_blank_variable_counts_as_not_set() throws Exception {
        assertThat(resolve(Map.of("KAFKA_BOOTSTRAP_SERVERS", " "), true).embedsKafka())
                .isTrue();
    }

    @Test
    void without_a_simulator_it_is_the_real_twilio() throws Exception {
        LocalSettings settings = resolve(Map.of(), false);

        assertThat(settings.simulatesTwilio()).isFalse();
        assertThat(settings.get("TWILIO_API_BASE_URL")).isEqualTo("https://api.twilio.com");
    }

    @Test
    void asks_for_the_user_of_a_given_database() {
        assertThatThrownBy(() -> resolve(Map.of("POSTGRES_URL", "jdbc:postgresql://postgres/calls"), true))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("POSTGRES_USER");
    }

    @Test
    void makes_up_secrets_once_and_keeps_them_to_itself() throws Exception {
        LocalSettings first = resolve(Map.of(), true);
        LocalSettings second = resolve(Map.of(), true);

        assertThat(first.get("TWILIO_ACCOUNT_SID")).matches("AC[0-9a-f]{32}");
        assertThat(Base64.getDecoder().decode(first.get("PERSONAL_DATA_KEY"))).hasSize(32);
        for (String secret : List.of("TWILIO_AUTH_TOKEN", "TWILIO_API_KEY_SECRET", "PERSONAL_DATA_KEY")) {
            assertThat(second.get(secret)).isEqualTo(first.get(secret));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secretsFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void writes_down_what_a_service_needs_that_is_run_elsewhere() throws Exception {
        LocalSettings settings = resolve(Map.of(), true);
        StateDirectory state = new StateDirectory(directory);
        SettingsFiles files = new SettingsFiles(state);
        Service ingress = service("ingress");

        files.write(ingress, settings);

        assertThat(files.of(ingress))
                .content()
                .contains("KAFKA_BOOTSTRAP_SERVERS=localhost:19092\n", "SERVER_PORT=8081\n")
                .contains("PERSONAL_DATA_KEY=" + settings.get("PERSONAL_DATA_KEY"))
                .doesNotContain("POSTGRES_PASSWORD");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.of(ingress))))
                .isEqualTo("rw-------");
    }

    private static Service service(String name) {
        return Service.all(PORTS).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LocalSettings resolve(Map<String, String> environment, boolean simulatorWanted) throws Exception {
        Secrets secrets = Secrets.in(secretsFile());
        LocalSettings settings = LocalSettings.resolve(environment, PORTS, simulatorWanted, secrets);
        secrets.save();
        return settings;
    }

    private Path secretsFile() {
        return directory.resolve("secrets.properties");
    }
}
