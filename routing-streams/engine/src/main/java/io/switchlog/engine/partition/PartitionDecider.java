package io.switchlog.engine.partition;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.MalformedRecordException;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.decider.Decider;
import io.switchlog.decider.Decision;
import io.switchlog.decider.state.Workspace;
import io.switchlog.engine.partition.Decided.DecidedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the commands of one partition: bytes in, bytes out, the same ones wherever it runs. Bytes that are no command
 * are decided, too: they are refused in the pseudo-workspace of their partition, so that nothing on the log is skipped.
 */
public final class PartitionDecider {

    /**
     * A broker takes no record beyond {@code message.max.bytes}, 1 MiB unless configured. An event that it refuses would stop
     * the partition; a decision that says it was too large stops one command.
     */
    private static final int MAX_EVENT_BYTES = 900 * 1024;

    private final int partition;
    private final int partitions;
    private final StoredWorkspaces workspaces;
    private final DueTimers timers;

    private PartitionDecider(int partition, int partitions, StoredWorkspaces workspaces) {
        this.partition = partition;
        this.partitions = partitions;
        this.workspaces = workspaces;
        this.timers = new DueTimers(workspaces);
    }

    /** Goes on from what is stored; nothing of an aborted transaction may be in there. */
    public static PartitionDecider restore(int partition, int partitions, EntityStore store) {
        return new PartitionDecider(partition, partitions, StoredWorkspaces.load(store));
    }

    /**
     * Decides one record of the command topic, and stores what the decision changed.
     *
     * @param value the record's; {@code null} as Kafka allows it
     * @param recordTime when the log took the record in
     * @param offset where it stands; names the record if it is no command
     * @param now by the wall clock, which decides nothing: it tells how late the decision is, and so when its timers are due
     * @return empty if the state already holds what became of that record: then its events are in the log, and Kafka has
     *     forgotten how far the engine had read, as it does {@code offsets.retention.minutes} after the last instance stopped
     * @throws IllegalStateException if there is no state, and yet the log has been decided up to this record
     */
    public Optional<Decided> decide(byte @Nullable [] value, Instant recordTime, long offset, Instant now) {
        requireStateOfWhatCameBefore(offset);
        Received received = read(value, offset);
        StoredWorkspace stored = workspaces.get(received.workspace());
        if (offset <= stored.lastOffset()) {
            return Optional.empty();
        }
        Decision decision = received.decide(stored.state(), recordTime);
        List<DecidedEvent> events = numberedAndChained(received, stored.lastHash(), decision);
        if (events.stream().anyMatch(event -> event.bytes().length > MAX_EVENT_BYTES)) {
            decision = Decider.reject(
                    stored.state(),
                    received.cause(),
                    recordTime,
                    RefusalReason.INTERNAL_ERROR,
                    "an event of more than " + MAX_EVENT_BYTES + " bytes");
            events = numberedAndChained(received, stored.lastHash(), decision);
        }
        String lastHash =
                events.isEmpty() ? stored.lastHash() : events.getLast().hash();
        timers.follow(stored.state(), decision.changes(), Duration.between(recordTime, now));
        workspaces.accept(received.workspace(), decision, lastHash, offset);
        return Optional.of(new Decided(received.cause(), decision, events));
    }

    /**
     * The command log is kept for ever, and each of its records leaves an entry. So whoever has no entry is at its beginning, or
     * was restored wrongly, as happened to a task that gave its state up while the brokers were away; it would number a
     * workspace's events from 1 again.
     */
    private void requireStateOfWhatCameBefore(long offset) {
        if (offset > 0 && workspaces.all().isEmpty()) {
            throw new IllegalStateException("partition " + partition + " has been decided up to offset " + offset
                    + ", and there is no state of it: it must be restored again");
        }
    }

    /** The commands to append now, for timers that are due by the wall clock; what they mean is decided when they are read. */
    public List<CommandMessage> timersToAppend(Instant now) {
        return timers.toAppend(now);
    }

    private Received read(byte @Nullable [] value, long offset) {
        CommandMessage message;
        try {
            message = LogCodec.decodeCommand(value);
        } catch (MalformedRecordException e) {
            return refused(offset, RefusalReason.MALFORMED, String.valueOf(e.getMessage()));
        }
        int home = WorkspacePartition.of(message.workspace(), partitions);
        return home == partition
                ? new Received.Understood(message)
                : refused(
                        offset,
                        RefusalReason.WRONG_PARTITION,
                        "workspace " + message.workspace() + " belongs to partition " + home);
    }

    /** Such bytes are named by where they stand, for whatever id they claim cannot be trusted. */
    private Received refused(long offset, RefusalReason reason, String detail) {
        String place = partition + "-" + offset;
        return new Received.Refused(
                WorkspacePartition.pseudoWorkspace(partition),
                new Cause(place, "Unknown", Actor.ENGINE, place),
                reason,
                detail);
    }

    private static List<DecidedEvent> numberedAndChained(Received received, String previousHash, Decision decision) {
        String hash = previousHash;
        int size = decision.events().size();
        List<DecidedEvent> events = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            EventMessage message = new EventMessage(
                    received.workspace(),
                    decision.firstSequence() + i,
                    hash,
                    Decider.RULES_VERSION,
                    received.cause(),
                    i + 1,
                    size,
                    decision.at(),
                    decision.events().get(i));
            byte[] bytes = LogCodec.encode(message);
            hash = EventChain.hashOf(bytes);
            events.add(new DecidedEvent(message, bytes, hash));
        }
        return events;
    }

    /** A record of the command topic. */
    private sealed interface Received {

        String workspace();

        Cause cause();

        Decision decide(Workspace state, Instant recordTime);

        record Understood(CommandMessage message) implements Received {

            @Override
            public String workspace() {
                return message.workspace();
            }

            @Override
            public Cause cause() {
                return message.cause();
            }

            @Override
            public Decision decide(Workspace state, Instant recordTime) {
                return Decider.decide(state, message, recordTime);
            }
        }

        /** Bytes that are no command of any workspace of this partition. */
        record Refused(String workspace, Cause cause, RefusalReason reason, String detail) implements Received {

            @Override
            public Decision decide(Workspace state, Instant recordTime) {
                return Decider.reject(state, cause, recordTime, reason, detail);
            }
        }
    }
}
