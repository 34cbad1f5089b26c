package io.switchlog.projection;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import io.switchlog.projection.follow.EventConsumer;
import io.switchlog.projection.rebuild.ProgressBar;
import io.switchlog.projection.rebuild.Rebuild;
import io.switchlog.projection.store.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A real log, onto which a test puts events as the engine would, in transactions. */
public final class TestLog implements AutoCloseable {

    private final Path directory;
    private final int port = FreePorts.pair();
    private EmbeddedKafka kafka;
    private final KafkaProducer<String, byte[]> producer;

    public TestLog() throws Exception {
        directory = Files.createTempDirectory("projection-kafka");
        kafka = EmbeddedKafka.start(directory, port);
        Map<String, Object> brokers = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (Admin admin = Admin.create(brokers)) {
            admin.createTopics(Topics.definitions((short) 1)).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "engine"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The broker goes, and takes nothing with it. */
    public void stopBroker() {
        kafka.close();
    }

    public void startBroker() throws Exception {
        kafka = EmbeddedKafka.start(directory, port);
    }

    /** Appends them in one transaction. */
    public void append(List<List<EventMessage>> decisions) {
        producer.beginTransaction();
        decisions.forEach(decision -> decision.forEach(event ->
                send(event.workspace(), LogCodec.encode(event), LogRecords.eventHeaders(event, new RecordHeaders()))));
        producer.commitTransaction();
    }

    /** Appends events that readers of what is committed never see. */
    public void appendInVain(List<List<EventMessage>> decisions) {
        producer.beginTransaction();
        decisions.forEach(decision ->
                decision.forEach(event -> send(event.workspace(), LogCodec.encode(event), new RecordHeaders())));
        producer.flush();
        producer.abortTransaction();
    }

    /** Appends what is no event, where those of a workspace are, as if it were the one of that id. */
    public void appendBytes(String workspace, String id, byte @Nullable [] bytes) {
        producer.beginTransaction();
        send(workspace, bytes, new RecordHeaders().add("ce_id", Utils.utf8(id)));
        producer.commitTransaction();
    }

    /** How many partitions each of the instances has that are one group. */
    public List<Integer> partitionsOfMembers() throws ExecutionException, InterruptedException {
        String group = "projection-service";
        try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(described -> described.members().stream())
                    .map(member -> member.assignment().topicPartitions().size())
                    .toList();
        }
    }

    /** As {@code ./switchlog rebuild} does it. */
    public void rebuild(TestDatabase database) {
        try (KafkaConsumer<String, byte[]> consumer = EventConsumer.on(bootstrapServers())) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            ProgressBar progress = new ProgressBar(nowhere, false, System::nanoTime);
            Schema schema = new Schema(database.dataSource(), List.of());
            new Rebuild(consumer, schema, Duration.ofDays(90), progress).run();
        }
    }

    private void send(String workspace, byte @Nullable [] bytes, Headers headers) {
        int partition = WorkspacePartition.of(workspace, Topics.PARTITIONS);
        var _ = producer.send(new ProducerRecord<>(Topics.ROUTING_EVENTS, partition, null, workspace, bytes, headers));
    }

    @Override
    public void close() throws IOException {
        producer.close();
        kafka.close();
        Utils.delete(directory.toFile());
    }
}
