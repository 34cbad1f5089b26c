package io.switchlog.simulation.log;

import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of one partition. */
public final class Broker {

    /** Longer than a caller is held before they are asked to leave a message. */
    private static final int LONGEST_ABSENCE_MILLIS = 90_000;

    private static final int LARGEST_JUMP_MILLIS = 4_000;

    private final World world;
    private final List<CommandRecord> commands = new ArrayList<>();
    private final List<EventRecord> events = new ArrayList<>();
    private final Map<String, byte[]> changelog = new TreeMap<>();
    private final List<Runnable> commandListeners = new ArrayList<>();
    private final List<Runnable> eventListeners = new ArrayList<>();

    private long nextOffset;
    private int position;
    private int epoch;
    private long clockWrongByMillis;
    private long awayUntilMillis;

    public Broker(World world) {
        this.world = world;
        this.clockWrongByMillis = world.chance().between(-LARGEST_JUMP_MILLIS, LARGEST_JUMP_MILLIS);
    }

    /** A partition as its new owner finds it. */
    public record Assignment(int epoch, int position, Map<String, byte[]> state) {}

    /**
     * Appends a command.
     *
     * @return whether the log took it
     */
    public boolean append(byte[] value) {
        if (world.faults().strike(Fault.LOG_AWAY)) {
            long absence = world.chance().delay(500, LONGEST_ABSENCE_MILLIS);
            awayUntilMillis = Math.max(awayUntilMillis, world.now() + absence);
            world.truth().nothingIsDecidedFor(absence);
            world.trace().note("log", () -> "takes nothing until " + awayUntilMillis / 1000.0 + " s");
        }
        if (isAway()) {
            return false;
        }
        if (world.faults().strike(Fault.LOG_CLOCK_JUMPS)) {
            clockWrongByMillis = world.chance().between(-LARGEST_JUMP_MILLIS, LARGEST_JUMP_MILLIS);
            world.trace().note("log", () -> "has a new leader, whose clock is wrong by " + clockWrongByMillis + " ms");
        }
        take(value);
        commandListeners.forEach(Runnable::run);
        return true;
    }

    public boolean isAway() {
        return world.now() < awayUntilMillis;
    }

    /** Hands the partition to a new owner; the transactions of all former ones are fenced from now on. */
    public Assignment assign() {
        epoch++;
        int from = world.faults().strike(Fault.POSITION_FORGOTTEN) ? 0 : position;
        return new Assignment(epoch, from, new TreeMap<>(changelog));
    }

    public Transaction begin(Assignment assignment, int from) {
        return new Transaction(assignment.epoch(), from);
    }

    /**
     * Writes everything in the transaction, or nothing.
     *
     * @return whether it was written
     */
    public boolean commit(Transaction transaction) {
        if (isFenced(transaction)) {
            return false;
        }
        transaction.events.forEach(event -> {
            events.add(event);
            world.trace()
                    .note(
                            "log",
                            () -> event.message().workspace() + " "
                                    + event.message().sequence() + " "
                                    + event.message().event() + " for "
                                    + event.message().cause().commandId());
            world.truth().committed(event.bytes(), world.now());
        });
        transaction.changelog.forEach(
                (key, value) -> value.ifPresentOrElse(bytes -> changelog.put(key, bytes), () -> changelog.remove(key)));
        transaction.timerCommands.forEach(this::take);
        position = transaction.position;
        // The marker that ends a transaction takes an offset.
        nextOffset++;
        eventListeners.forEach(Runnable::run);
        if (!transaction.timerCommands.isEmpty()) {
            commandListeners.forEach(Runnable::run);
        }
        return true;
    }

    private boolean isFenced(Transaction transaction) {
        return transaction.epoch != epoch;
    }

    /** The commands from that place on, at most so many. */
    public List<CommandRecord> commandsFrom(int from, int most) {
        return List.copyOf(commands.subList(from, Math.min(commands.size(), from + most)));
    }

    public List<CommandRecord> commands() {
        return Collections.unmodifiableList(commands);
    }

    /** The committed events. */
    public List<EventRecord> events() {
        return Collections.unmodifiableList(events);
    }

    public void onCommand(Runnable listener) {
        commandListeners.add(listener);
    }

    public void onEvents(Runnable listener) {
        eventListeners.add(listener);
    }

    private void take(byte[] value) {
        CommandRecord record = new CommandRecord(nextOffset++, world.clock(clockWrongByMillis), value);
        commands.add(record);
        world.truth().appended(record.offset(), value, world.now() + clockWrongByMillis);
    }
}
