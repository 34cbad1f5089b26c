package io.switchlog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services may start before the engine has created the topics. */
class TopicsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Broker broker;
    private EventTail tail;

    @BeforeEach
    void start() throws Exception {
        broker = new Broker(directory);
        tail = new EventTail(broker.properties(), null, List.of());
        tail.start();
    }

    @AfterEach
    void stop() {
        tail.close();
        broker.close();
    }

    @Test
    void a_tail_waits_for_a_topic_that_comes_later() throws Exception {
        assertThat(tail.isCaughtUp()).isFalse();

        broker.createTopics();

        await().atMost(SOON).until(tail::isCaughtUp);
    }

    @Test
    void a_topic_with_another_number_of_partitions_is_none_of_ours() throws Exception {
        broker.createTopics(List.of(new NewTopic(Topics.ROUTING_EVENTS, 1, (short) 1)));

        await().atMost(SOON).until(() -> tail.failure().isPresent());
        assertThat(tail.failure()).contains("routing-events has 1 partitions, expected 12");
    }
}
