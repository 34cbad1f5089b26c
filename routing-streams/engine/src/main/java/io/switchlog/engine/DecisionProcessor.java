package io.switchlog.engine;

import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import io.switchlog.engine.partition.Decided;
import io.switchlog.engine.partition.Decided.DecidedEvent;
import io.switchlog.engine.partition.PartitionDecider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Has each command decided, and forwards what was decided; has timers appended as commands when they are due. */
final class DecisionProcessor implements Processor<String, byte[], String, Placed> {

    private static final Duration TIMER_RESOLUTION = Duration.ofMillis(100);

    private final int partitions;
    private final Clock clock;
    private final EngineMetrics metrics;

    private @Nullable Task task;

    DecisionProcessor(int partitions, Clock clock, EngineMetrics metrics) {
        this.partitions = partitions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What exists only while a partition is assigned. */
    private record Task(
            ProcessorContext<String, Placed> context, int partition, PartitionDecider decider, CommitPace pace) {

        void commitIf(boolean due) {
            if (due) {
                context.commit();
            }
        }
    }

    /** Called anew after each restoration, on the same object: nothing of an aborted transaction may survive here. */
    @Override
    public void init(ProcessorContext<String, Placed> context) {
        int partition = context.taskId().partition();
        PartitionDecider decider = PartitionDecider.restore(
                partition, partitions, new ChangelogStore(context.getStateStore(EngineTopology.STATE_STORE)));
        Task assigned = new Task(context, partition, decider, new CommitPace(System.nanoTime()));
        task = assigned;
        context.schedule(TIMER_RESOLUTION, PunctuationType.WALL_CLOCK_TIME, ignored -> appendDueTimers());
        context.schedule(
                CommitPace.MIN_INTERVAL,
                PunctuationType.WALL_CLOCK_TIME,
                ignored -> assigned.commitIf(assigned.pace().isDue(System.nanoTime())));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Task current = assigned();
        long started = System.nanoTime();
        Instant recordTime = Instant.ofEpochMilli(record.timestamp());
        long offset = current.context().recordMetadata().orElseThrow().offset();
        Optional<Decided> decided = current.decider().decide(record.value(), recordTime, offset, clock.instant());
        if (decided.isEmpty()) {
            metrics.decidedBefore();
            return;
        }
        for (DecidedEvent event : decided.get().events()) {
            forward(current, decided.get().cause(), event, record.headers());
        }
        long ended = System.nanoTime();
        metrics.decided(decided.get(), recordTime, Duration.ofNanos(ended - started));
        current.commitIf(current.pace().decided(started, ended));
    }

    private static void forward(Task task, Cause cause, DecidedEvent event, Headers commandHeaders) {
        Headers headers = LogRecords.eventHeaders(event.message(), commandHeaders);
        task.context()
                .forward(
                        new Record<>(
                                cause.subject(),
                                new Placed(task.partition(), event.bytes()),
                                event.message().at().toEpochMilli(),
                                headers),
                        EngineTopology.EVENTS_SINK);
    }

    private void appendDueTimers() {
        Task current = assigned();
        Instant now = clock.instant();
        for (CommandMessage command : current.decider().timersToAppend(now)) {
            ProducerRecord<String, byte[]> record = LogRecords.command(command, "/engine", now);
            current.context()
                    .forward(
                            new Record<>(
                                    record.key(),
                                    new Placed(current.partition(), record.value()),
                                    now.toEpochMilli(),
                                    record.headers()),
                            EngineTopology.TIMERS_SINK);
        }
    }

    private Task assigned() {
        if (task == null) {
            throw new IllegalStateException("a record before init");
        }
        return task;
    }
}
