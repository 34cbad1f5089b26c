package io.switchlog.bench.engine;

import io.switchlog.contract.LogRecords;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Shifts that stand in the command topic before the engine is there to decide them. */
public final class Backlog {

    private static final short ONE_BROKER = 1;

    private Backlog() {}

    /**
     * The shift of one workspace in the topic.
     *
     * @param firstOfShift offset of the first command after those that make the agents and the calls before
     * @param end offset after the last command
     */
    record Appended(String workspace, TopicPartition partition, int calls, long firstOfShift, long end) {}

    /** As the engine would make them. */
    public static void makeTopics(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(Topics.definitions(ONE_BROKER)).all().get();
        }
    }

    /** Appends one shift after the other, each to a workspace that has its partition for itself. */
    static List<Appended> append(String bootstrapServers, int workspaces, int callsBefore, int calls) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                10,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return namesOnPartitionsOfTheirOwn(workspaces).stream()
                    .map(workspace -> append(producer, workspace, callsBefore, calls))
                    .toList();
        }
    }

    private static Appended append(
            KafkaProducer<String, byte[]> producer, String workspace, int callsBefore, int calls) {
        Instant now = Instant.now();
        Shift.Size size = Shift.write(workspace, callsBefore, calls, message -> {
            var _ = producer.send(LogRecords.command(message, "/bench", now));
        });
        producer.flush();
        return new Appended(
                workspace,
                new TopicPartition(Topics.ROUTING_COMMANDS, WorkspacePartition.of(workspace, Topics.PARTITIONS)),
                calls,
                size.before(),
                size.total());
    }

    private static List<String> namesOnPartitionsOfTheirOwn(int count) {
        Set<Integer> taken = new HashSet<>();
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "shift-" + i)
                .filter(name -> taken.add(WorkspacePartition.of(name, Topics.PARTITIONS)))
                .limit(count)
                .toList();
    }
}
