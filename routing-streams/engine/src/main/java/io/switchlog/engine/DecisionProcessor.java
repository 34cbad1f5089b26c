package io.switchlog.engine;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.MalformedRecordException;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.decider.Decider;
import io.switchlog.decider.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Has each command decided, and writes down what was decided. Bytes that are no command are decided, too: they are refused
 * in the pseudo-workspace of their partition, so that nothing on the log is skipped.
 */
final class DecisionProcessor implements Processor<String, byte[], String, Placed> {

    private static final String TRACE_HEADER = "traceparent";

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
            ProcessorContext<String, Placed> context, int partition, StoredWorkspaces workspaces, DueTimers timers) {}

    /** Called anew after each restoration, on the same object: nothing of an aborted transaction may survive here. */
    @Override
    public void init(ProcessorContext<String, Placed> context) {
        int partition = context.taskId().partition();
        StoredWorkspaces workspaces = StoredWorkspaces.load(context.getStateStore(EngineTopology.STATE_STORE));
        DueTimers timers = new DueTimers(context, partition, workspaces);
        task = new Task(context, partition, workspaces, timers);
        context.schedule(
                DueTimers.RESOLUTION, PunctuationType.WALL_CLOCK_TIME, ignored -> timers.appendAt(clock.instant()));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Task current = assigned();
        long started = System.nanoTime();
        Instant recordTime = Instant.ofEpochMilli(record.timestamp());
        String workspace;
        Cause cause;
        Decision decision;
        StoredWorkspace stored;
        try {
            CommandMessage message = decode(record.value(), current.partition());
            workspace = message.workspace();
            cause = message.cause();
            stored = current.workspaces().get(workspace);
            decision = Decider.decide(stored.state(), message, recordTime);
        } catch (NotACommandException e) {
            workspace = WorkspacePartition.pseudoWorkspace(current.partition());
            cause = e.cause(current.context().recordMetadata().orElseThrow());
            stored = current.workspaces().get(workspace);
            decision = Decider.reject(stored.state(), cause, recordTime, e.reason, e.detail);
        }
        String lastHash = forward(current, workspace, stored.lastHash(), cause, decision, record);
        current.workspaces().accept(workspace, decision.changes(), lastHash);
        metrics.decided(cause, decision, recordTime, Duration.ofNanos(System.nanoTime() - started));
    }

    private CommandMessage decode(byte @Nullable [] value, int partition) throws NotACommandException {
        CommandMessage message;
        try {
            message = LogCodec.decodeCommand(value);
        } catch (MalformedRecordException e) {
            throw new NotACommandException(RefusalReason.MALFORMED, String.valueOf(e.getMessage()));
        }
        int home = WorkspacePartition.of(message.workspace(), partitions);
        if (home != partition) {
            throw new NotACommandException(
                    RefusalReason.WRONG_PARTITION,
                    "workspace " + message.workspace() + " belongs to partition " + home);
        }
        return message;
    }

    /** Numbers, chains and forwards the events; returns the hash of the last one. */
    private static String forward(
            Task task,
            String workspace,
            String previousHash,
            Cause cause,
            Decision decision,
            Record<String, byte[]> record) {
        String hash = previousHash;
        int size = decision.events().size();
        for (int i = 0; i < size; i++) {
            EventMessage message = new EventMessage(
                    workspace,
                    decision.firstSequence() + i,
                    hash,
                    Decider.RULES_VERSION,
                    cause,
                    i + 1,
                    size,
                    decision.at(),
                    decision.events().get(i));
            byte[] bytes = LogCodec.encode(message);
            Headers headers = LogRecords.eventHeaders(message, traceOf(record));
            task.context()
                    .forward(
                            new Record<>(
                                    cause.subject(),
                                    new Placed(task.partition(), bytes),
                                    decision.at().toEpochMilli(),
                                    headers),
                            EngineTopology.EVENTS_SINK);
            hash = EventChain.hashOf(bytes);
        }
        return hash;
    }

    private static byte @Nullable [] traceOf(Record<String, byte[]> record) {
        Header trace = record.headers().lastHeader(TRACE_HEADER);
        return trace == null ? null : trace.value();
    }

    private Task assigned() {
        if (task == null) {
            throw new IllegalStateException("a record before init");
        }
        return task;
    }

    /** Bytes that belong to no workspace of this partition. */
    private static final class NotACommandException extends Exception {
        private static final long serialVersionUID = 1L;

        private final RefusalReason reason;
        private final String detail;

        NotACommandException(RefusalReason reason, String detail) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
        }

        /** Such bytes are named by where they stand, for whatever id they claim cannot be trusted. */
        Cause cause(RecordMetadata where) {
            String place = where.partition() + "-" + where.offset();
            return new Cause(place, "Unknown", Actor.ENGINE, place);
        }
    }
}
