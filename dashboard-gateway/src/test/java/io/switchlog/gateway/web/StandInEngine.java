package io.switchlog.gateway.web;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads commands and writes decisions, on a real broker. */
final class StandInEngine implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> commands;
    private final KafkaProducer<String, byte[]> events;
    private final Map<String, StandInDecider> deciders = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final ReentrantLock deciding = new ReentrantLock();
    private final Thread thread = Thread.ofPlatform().daemon().name("engine").unstarted(this::run);

    StandInEngine(String bootstrapServers) {
        commands = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        events = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "engine",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        events.initTransactions();
        commands.assign(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ROUTING_COMMANDS, partition))
                .toList());
        commands.seekToBeginning(List.of());
        thread.start();
    }

    /** Decides nothing while this runs; afterwards all that has come meanwhile. */
    void standingStill(Runnable meanwhile) {
        deciding.lock();
        try {
            meanwhile.run();
        } finally {
            deciding.unlock();
        }
    }

    @Override
    public void close() {
        commands.wakeup();
    }

    private void run() {
        try (commands;
                events) {
            while (true) {
                commands.poll(Duration.ofSeconds(1)).forEach(this::decide);
            }
        } catch (WakeupException e) {
            // Only close() wakes it.
            return;
        }
    }

    private void decide(ConsumerRecord<String, byte[]> record) {
        deciding.lock();
        try {
            CommandMessage command = LogCodec.decodeCommand(record.value());
            long first = sequences.getOrDefault(command.workspace(), 0L) + 1;
            Instant at = Instant.ofEpochMilli(record.timestamp());
            List<? extends Event> decision = deciders.computeIfAbsent(command.workspace(), _ -> new StandInDecider())
                    .decide(command, first, at);
            if (decision.isEmpty()) {
                return;
            }
            sequences.put(command.workspace(), first + decision.size() - 1);
            events.beginTransaction();
            for (int i = 0; i < decision.size(); i++) {
                var _ = events.send(record(new EventMessage(
                        command.workspace(),
                        first + i,
                        EventChain.GENESIS,
                        1,
                        command.cause(),
                        i + 1,
                        decision.size(),
                        at,
                        decision.get(i))));
            }
            events.commitTransaction();
        } finally {
            deciding.unlock();
        }
    }

    private static ProducerRecord<String, byte[]> record(EventMessage event) {
        return new ProducerRecord<>(
                Topics.ROUTING_EVENTS,
                WorkspacePartition.of(event.workspace(), Topics.PARTITIONS),
                event.cause().subject(),
                LogCodec.encode(event));
    }
}
