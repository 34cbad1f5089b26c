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
import io.switchlog.engine.partition.Decided.DecidedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides the commands of one partition: bytes in, bytes out, the same ones wherever it runs. Bytes that are no command
 * are decided, too: they are refused in the pseudo-workspace of their partition, so that nothing on the log is skipped.
 */
public final class PartitionDecider {

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
     */
    public Decided decide(byte @Nullable [] value, Instant recordTime, long offset) {
        String workspace;
        Cause cause;
        Decision decision;
        try {
            CommandMessage message = decode(value);
            workspace = message.workspace();
            cause = message.cause();
            decision = Decider.decide(workspaces.get(workspace).state(), message, recordTime);
        } catch (NotACommandException e) {
            workspace = WorkspacePartition.pseudoWorkspace(partition);
            cause = placeOf(offset);
            decision = Decider.reject(workspaces.get(workspace).state(), cause, recordTime, e.reason, e.detail);
        }
        List<DecidedEvent> events = numberedAndChained(workspace, cause, decision);
        workspaces.accept(
                workspace,
                decision.changes(),
                EventChain.hashOf(events.getLast().bytes()));
        return new Decided(cause, decision, events);
    }

    /** The commands to append now, for timers that are due by the wall clock; what they mean is decided when they are read. */
    public List<CommandMessage> timersToAppend(Instant now) {
        return timers.toAppend(now);
    }

    private CommandMessage decode(byte @Nullable [] value) throws NotACommandException {
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

    /** Such bytes are named by where they stand, for whatever id they claim cannot be trusted. */
    private Cause placeOf(long offset) {
        String place = partition + "-" + offset;
        return new Cause(place, "Unknown", Actor.ENGINE, place);
    }

    private List<DecidedEvent> numberedAndChained(String workspace, Cause cause, Decision decision) {
        String hash = workspaces.get(workspace).lastHash();
        int size = decision.events().size();
        List<DecidedEvent> events = new ArrayList<>(size);
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
            events.add(new DecidedEvent(message, bytes));
            hash = EventChain.hashOf(bytes);
        }
        return events;
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
    }
}
