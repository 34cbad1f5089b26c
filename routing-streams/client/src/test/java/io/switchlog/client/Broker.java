package io.switchlog.client;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real broker, and the engine's part of what is done with it. */
final class Broker implements AutoCloseable {

    private final Path directory;
    private final int port;
    private EmbeddedKafka kafka;

    Broker(Path directory) throws Exception {
        this.directory = directory;
        this.port = FreePorts.pair();
        this.kafka = EmbeddedKafka.start(directory, port);
    }

    Map<String, Object> properties() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** As the engine does. */
    void createTopics() throws Exception {
        createTopics(Topics.definitions((short) 1));
    }

    void createTopics(List<NewTopic> topics) throws Exception {
        try (Admin admin = Admin.create(properties())) {
            admin.createTopics(topics).all().get();
        }
    }

    void stop() {
        kafka.close();
    }

    void startAgain() throws Exception {
        kafka = EmbeddedKafka.start(directory, port);
    }

    /** Like the engine's: one transaction at a time. Closing it with one open leaves that one to the broker's time-out. */
    KafkaProducer<String, byte[]> engineProducer() {
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "engine",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    /** Commits these events in one transaction, and returns when they can be read. */
    void commit(EventMessage... events) {
        try (KafkaProducer<String, byte[]> producer = engineProducer()) {
            producer.beginTransaction();
            for (EventMessage event : events) {
                var _ = producer.send(record(event, null));
            }
            producer.commitTransaction();
        }
        // A commit is acknowledged before its marks are in the partitions; the next one to begin waits for them.
        engineProducer().close();
    }

    /** Appends one record and returns when it is there. */
    void append(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = KafkaClients.producer(properties(), "test", Duration.ZERO)) {
            producer.send(record).get();
        }
    }

    /** An event as the engine writes it; without a time it gets that of its writing. */
    static ProducerRecord<String, byte[]> record(EventMessage event, @Nullable Instant time) {
        return new ProducerRecord<>(
                Topics.ROUTING_EVENTS,
                WorkspacePartition.of(event.workspace(), Topics.PARTITIONS),
                time == null ? null : time.toEpochMilli(),
                event.cause().subject(),
                LogCodec.encode(event),
                LogRecords.eventHeaders(event, new RecordHeaders()));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
