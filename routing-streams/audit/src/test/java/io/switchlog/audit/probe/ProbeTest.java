package io.switchlog.audit.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Topics;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the probe says while little of Switchlog is there; a whole one, and one with a layer missing, is for the acceptance tests. */
class ProbeTest {

    private static final short ONE_BROKER = 1;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
            "POSTGRES_URL", "jdbc:postgresql://localhost:1/switchlog",
            "POSTGRES_USER", "nobody",
            "POSTGRES_PASSWORD", "nothing"));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void names_the_setting_that_is_missing() {
        settings.remove("POSTGRES_USER");

        assertThat(probe()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said()).contains("POSTGRES_USER: expected, but it is not set");
    }

    @Test
    void names_the_workspace_that_cannot_be_one() {
        assertThat(probe("--workspace", "No Such")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said()).contains("--workspace: expected lower-case letters, digits and hyphens");
    }

    @Test
    void names_the_log_first_and_does_not_look_at_what_builds_on_it() {
        assertThat(probe("--patience", "1")).isEqualTo(1);
        assertThat(said())
                .contains("log         BROKEN         no broker at localhost:1 answers")
                .contains("engine      not looked at  for the log is broken")
                .contains("postgres    BROKEN")
                .contains("projection  not looked at  for the postgres is broken")
                .contains("stream      not looked at  for the log is broken")
                .contains("Broken: log (the brokers). Go on with docs/troubleshooting.md#the-log");
    }

    @Test
    void tells_an_absent_topic_from_an_engine_that_decides_nothing(@TempDir Path directory) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, FreePorts.pair())) {
            settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());

            assertThat(probe("--patience", "2")).isEqualTo(1);
            assertThat(said()).contains("log         BROKEN         the topics are not there");

            makeTopics(kafka);
            assertThat(probe("--patience", "2")).isEqualTo(1);
            assertThat(said())
                    .contains("log         ok             both topics have 12 partitions with a leader")
                    .contains(
                            "engine      BROKEN         a command of demo is on the log, and not decided after 2000 ms")
                    .contains("Broken: engine (who decides).");
        }
    }

    private static void makeTopics(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            admin.createTopics(Topics.definitions(ONE_BROKER)).all().get();
        }
    }

    private int probe(String... arguments) {
        printed.reset();
        return new CommandLine(new Probe(settings::get, new PrintStream(printed, true, UTF_8))).execute(arguments);
    }

    private String said() {
        return printed.toString(UTF_8);
    }
}
