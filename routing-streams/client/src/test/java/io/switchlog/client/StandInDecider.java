package io.switchlog.client;

import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandRepeated;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Decides as the engine does as far as the log can tell: each command in a transaction, each new one with two events. */
final class StandInDecider {

    private final KafkaConsumer<String, byte[]> commands;
    private final KafkaProducer<String, byte[]> events;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<Cause, Outcome> decided = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("decider").unstarted(this::run);

    StandInDecider(Broker broker) {
        this.commands = KafkaClients.consumer(broker.properties(), "decider");
        this.events = broker.engineProducer();
        commands.assign(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ROUTING_COMMANDS, partition))
                .toList());
        commands.seekToBeginning(List.of());
        thread.start();
    }

    void stop() throws InterruptedException {
        commands.wakeup();
        thread.join();
    }

    private void run() {
        try (commands;
                events) {
            while (true) {
                commands.poll(Duration.ofSeconds(1))
                        .forEach(record -> commit(decide(LogCodec.decodeCommand(record.value()))));
            }
        } catch (WakeupException e) {
            // Only stop() wakes it.
            return;
        }
    }

    private List<EventMessage> decide(CommandMessage command) {
        Outcome before = decided.get(command.cause());
        if (before != null) {
            return List.of(Samples.event(command, next(command), 1, 1, new CommandRepeated(before)));
        }
        long first = next(command);
        decided.put(command.cause(), new Outcome(true, first, null, null, null));
        return List.of(
                Samples.event(command, first, 1, 2, new CallDeclined("CA1", "ann", DeclinedBy.CLICK)),
                Samples.event(
                        command,
                        next(command),
                        2,
                        2,
                        new RingCancelled("CA1", List.of("ann"), RingCancelReason.NO_ANSWER, null)));
    }

    private long next(CommandMessage command) {
        return sequences.merge(command.workspace(), 1L, Long::sum);
    }

    private void commit(List<EventMessage> decision) {
        events.beginTransaction();
        decision.forEach(event -> {
            var _ = events.send(Broker.record(event, null));
        });
        events.commitTransaction();
    }
}
