package io.switchlog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.switchlog.contract.Topics;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(directory, FreePorts.pair());
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @AfterEach
    void deleteTopics() throws Exception {
        Set<String> topics = admin.listTopics().names().get();
        admin.deleteTopics(topics).all().get();
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
                .isThrownBy(TopicSetupTest::ensureTopics)
                .withMessageContaining("topic routing-commands has 3 partitions, expected 12");
    }

    @Test
    void refuses_a_log_that_forgets() throws Exception {
        create(new NewTopic(Topics.ROUTING_EVENTS, Topics.PARTITIONS, (short) 1)
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", "604800000")));

        assertThatIllegalStateException()
                .isThrownBy(TopicSetupTest::ensureTopics)
                .withMessageContaining("topic routing-events has retention.ms=604800000, expected -1");
    }

    @Test
    void refuses_commands_that_are_ordered_by_their_senders_clocks() throws Exception {
        create(new NewTopic(Topics.ROUTING_COMMANDS, Topics.PARTITIONS, (short) 1)
                .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime")));

        assertThatIllegalStateException()
                .isThrownBy(TopicSetupTest::ensureTopics)
                .withMessageContaining("message.timestamp.type=CreateTime, expected LogAppendTime");
    }

    private static void create(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
    }

    private static void ensureTopics() {
        TopicSetup.ensureTopics(new EngineSettings(kafka.bootstrapServers(), "unused", 1, (short) 1));
    }
}
