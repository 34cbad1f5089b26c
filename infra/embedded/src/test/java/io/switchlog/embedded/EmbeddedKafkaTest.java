package io.switchlog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final TopicPartition CALLS = new TopicPartition("calls", 0);

    @TempDir
    Path directory;

    private final int port = FreePorts.pair();

    @Test
    void keeps_its_records_over_a_kill_and_over_an_orderly_restart() throws Exception {
        try (ServerProcess killed = ServerProcess.start(EmbeddedKafka.class, directory, port)) {
            createTopic();
            append("before the kill");
            killed.kill();
        }
        try (EmbeddedKafka restarted = EmbeddedKafka.start(directory, port)) {
            assertThat(restarted.bootstrapServers()).isEqualTo("localhost:" + port);
            append("before the restart");
        }
        EmbeddedKafka restartedAgain = EmbeddedKafka.start(directory, port);
        try {
            assertThat(records()).containsExactly("before the kill", "before the restart");
        } finally {
            restartedAgain.close();
        }
    }

    /** The broker that comes back aborts it; had it no leader to tell so, readers of what is committed would wait for ever. */
    @Test
    void a_transaction_that_was_open_at_a_kill_does_not_pin_its_readers() throws Exception {
        try (ServerProcess killed = ServerProcess.start(EmbeddedKafka.class, directory, port)) {
            createTopic();
            var transactional = new HashMap<>(bootstrap());
            transactional.put("transactional.id", "left-open");
            transactional.put("transaction.timeout.ms", 2_000);
            try (var producer = new KafkaProducer<>(transactional, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(CALLS.topic(), "never committed"))
                        .get();
                killed.kill();
                producer.close(Duration.ZERO);
            }
        }
        EmbeddedKafka restarted = EmbeddedKafka.start(directory, port);
        try {
            append("after the kill");
            assertThat(records()).containsExactly("after the kill");
        } finally {
            restarted.close();
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(bootstrap())) {
            admin.createTopics(List.of(new NewTopic(CALLS.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void append(String value) throws Exception {
        try (var producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(CALLS.topic(), value)).get();
        }
    }

    private List<String> records() {
        var committed = new HashMap<>(bootstrap());
        committed.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(committed, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(CALLS));
            consumer.seekToBeginning(List.of(CALLS));
            return consumer.poll(Duration.ofSeconds(10)).records(CALLS).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", "localhost:" + port);
    }
}
