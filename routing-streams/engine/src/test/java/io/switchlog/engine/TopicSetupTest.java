package io.switchlog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.switchlog.contract.Topics;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {

    @TempDir
    Path directory;

    private EmbeddedKafka kafka;
    private Admin admin;

    /** Each test has a broker of its own, for a topic of a name that was just deleted may still show the old one's shape. */
    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(directory, FreePorts.pair());
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void makes_the_topics_and_is_content_with_what_it_made() throws Exception {
        ensureTopics();
        ensureTopics();

        assertThat(admin.listTopics().names().get())
                .containsExactlyInAnyOrder(Topics.ROUTING_COMMANDS, Topics.ROUTING_EVENTS, Topics.CALLER_KEYS);
    }

    @Test
    void refuses_a_topic_with_another_number_of_partitions() throws Exception {
        create(new NewTopic(Topics.ROUTING_COMMANDS, 3, (short) 1));

        assertThatIllegalStateException()
                .isThrownBy(this::ensureTopics)
                .withMessageContaining("topic routing-commands has 3 partitions, expected 12");
    }

    @Test
    void refuses_a_log_that_forgets() throws Exception {
        create(new NewTopic(Topics.ROUTING_EVENTS, Topics.PARTITIONS, (short) 1)
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", "604800000")));

        assertThatIllegalStateException()
                .isThrownBy(this::ensureTopics)
                .withMessageContaining("topic routing-events has retention.ms=604800000, expected -1");
    }

    @Test
    void refuses_commands_that_are_ordered_by_their_senders_clocks() throws Exception {
        create(new NewTopic(Topics.ROUTING_COMMANDS, Topics.PARTITIONS, (short) 1)
                .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime")));

        assertThatIllegalStateException()
                .isThrownBy(this::ensureTopics)
                .withMessageContaining("message.timestamp.type=CreateTime, expected LogAppendTime");
    }

    private void create(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
    }

    private void ensureTopics() {
        TopicSetup.ensureTopics(new EngineSettings(kafka.bootstrapServers(), "unused", 1, (short) 1, 2_000));
    }
}
