package io.switchlog.simulation.engine;

import io.switchlog.contract.LogCodec;
import io.switchlog.engine.partition.Decided;
import io.switchlog.engine.partition.PartitionDecider;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.CommandRecord;
import io.switchlog.simulation.log.Transaction;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process of the engine: reads, decides with production code, commits, and may die between any two of these. It believes that
 * the partition is its own until a commit tells it otherwise.
 */
final class EngineInstance {

    private static final int MOST_COMMANDS_AT_ONCE = 4;
    private static final int LONGEST_STEP_MILLIS = 10;
    private static final int LONGEST_STALL_MILLIS = 3_000;
    private static final int CLOCK_WRONG_BY_AT_MOST_MILLIS = 3_000;

    private final String name;
    private final World world;
    private final Broker broker;
    private final Partition partition;
    private final EngineGroup group;
    private final long clockWrongByMillis;

    private @Nullable Task task;

    EngineInstance(String name, World world, Broker broker, Partition partition, EngineGroup group) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        this.partition = partition;
        this.group = group;
        this.clockWrongByMillis = world.chance().between(-CLOCK_WRONG_BY_AT_MOST_MILLIS, CLOCK_WRONG_BY_AT_MOST_MILLIS);
        broker.onCommand(() -> wake(task));
    }

    /** What exists only while the partition is assigned, and is thrown away with everything that was not committed. */
    private final class Task {
        final Broker.Assignment assignment;
        final PartitionDecider decider;
        Transaction transaction;
        int position;
        boolean busy;
        boolean standsStill;

        Task(Broker.Assignment assignment) {
            this.assignment = assignment;
            this.position = assignment.position();
            this.transaction = broker.begin(assignment, position);
            this.decider = PartitionDecider.restore(
                    partition.number(), partition.count(), new BufferedStore(assignment.state(), () -> transaction));
        }
    }

    String name() {
        return name;
    }

    void assigned(Broker.Assignment assignment) {
        world.trace()
                .note(
                        name,
                        () -> "owns the partition from " + assignment.position() + " on, epoch " + assignment.epoch());
        world.saw(Consequence.STATE_RESTORED);
        task = new Task(assignment);
        wake(task);
    }

    void elapseTimers() {
        Task current = task;
        if (current == null || current.standsStill || broker.isAway()) {
            return;
        }
        current.decider.timersToAppend(now()).forEach(command -> {
            world.trace().note(name, () -> "appends " + command.command());
            current.transaction.timerCommand(LogCodec.encode(command));
            if (!current.busy) {
                current.busy = true;
                next(current, () -> commit(current));
            }
        });
    }

    private Instant now() {
        return world.clock(clockWrongByMillis);
    }

    private void wake(@Nullable Task current) {
        if (current != null && !current.busy) {
            current.busy = true;
            next(current, () -> read(current));
        }
    }

    private void read(Task current) {
        List<CommandRecord> records = broker.commandsFrom(current.position, MOST_COMMANDS_AT_ONCE);
        if (records.isEmpty()) {
            current.busy = current.transaction.hasTimerCommands();
            if (current.busy) {
                next(current, () -> commit(current));
            }
        } else if (world.faults().strike(Fault.ENGINE_DIES_AFTER_READING)) {
            die(Fault.ENGINE_DIES_AFTER_READING);
        } else {
            next(current, () -> decide(current, records));
        }
    }

    private void decide(Task current, List<CommandRecord> records) {
        for (CommandRecord record : records) {
            current.decider
                    .decide(record.value(), record.time(), record.offset(), now())
                    .map(Decided::events)
                    .ifPresent(events ->
                            events.forEach(event -> current.transaction.event(event.message(), event.bytes())));
            current.position++;
            current.transaction.position(current.position);
            if (world.faults().strike(Fault.ENGINE_DIES_WHILE_DECIDING)) {
                die(Fault.ENGINE_DIES_WHILE_DECIDING);
                return;
            }
        }
        if (world.faults().strike(Fault.ENGINE_DIES_BEFORE_COMMIT)) {
            die(Fault.ENGINE_DIES_BEFORE_COMMIT);
        } else {
            next(current, () -> commit(current));
        }
    }

    private void commit(Task current) {
        if (broker.isAway()) {
            next(current, () -> commit(current));
        } else if (!broker.commit(current.transaction)) {
            world.saw(Consequence.ZOMBIE_FENCED);
            world.trace().note(name, () -> "is fenced: its transaction is aborted, and all that it believed is void");
            abandon(current);
        } else if (world.faults().strike(Fault.ENGINE_DIES_AFTER_COMMIT)) {
            die(Fault.ENGINE_DIES_AFTER_COMMIT);
        } else {
            current.transaction = broker.begin(current.assignment, current.position);
            read(current);
        }
    }

    /** The next step of a task that still exists, after as long as it takes. */
    private void next(Task current, Runnable step) {
        world.in(pause(current), () -> {
            current.standsStill = false;
            if (current == task) {
                step.run();
            }
        });
    }

    private long pause(Task current) {
        if (world.faults().strike(Fault.ENGINE_BECOMES_ZOMBIE)) {
            current.standsStill = true;
            world.trace().note(name, () -> "stands still, and its group gives it up");
            return group.replace(this);
        }
        if (world.faults().strike(Fault.ENGINE_STALLS)) {
            current.standsStill = true;
            long stall = world.chance().delay(200, LONGEST_STALL_MILLIS);
            world.truth().nothingIsDecidedFor(stall);
            return stall;
        }
        return world.chance().delay(1, LONGEST_STEP_MILLIS);
    }

    private void die(Fault fault) {
        world.trace().note(name, () -> "dies: " + fault);
        task = null;
        group.replace(this);
    }

    private void abandon(Task current) {
        if (current == task) {
            task = null;
        }
    }
}
