package io.switchlog.bench.failover;

import io.switchlog.bench.engine.Shift;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A shift's commands, appended one by one at a steady rate until told to stop. */
final class SteadyCommands implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final List<CommandMessage> commands;
    private final long intervalNanos;
    private final Thread thread = Thread.ofPlatform().name("steady-commands").unstarted(this::run);
    private final AtomicInteger appended = new AtomicInteger();
    private volatile boolean closing;

    SteadyCommands(String bootstrapServers, String workspace, int perSecond, Duration atMost) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
        commands = Shift.commands(workspace, (int) (perSecond * atMost.toSeconds()));
        intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        thread.start();
    }

    /** Id of the command that is appended next. */
    String next() {
        return commands.get(appended.get()).commandId();
    }

    private void run() {
        long due = System.nanoTime();
        while (!closing && appended.get() < commands.size() - 1) {
            LockSupport.parkNanos(due - System.nanoTime());
            if (System.nanoTime() >= due) {
                var _ = producer.send(LogRecords.command(commands.get(appended.get()), "/bench", Instant.now()));
                appended.incrementAndGet();
                due += intervalNanos;
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
