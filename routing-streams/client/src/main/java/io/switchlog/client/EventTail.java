package io.switchlog.client;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.MalformedRecordException;
import io.switchlog.contract.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hands each event of {@link Topics#ROUTING_EVENTS} once, in the order of its workspace's sequence, to listeners in their
 * order, in a thread of its own. A gap, an event that cannot be decoded or a listener that throws stops it for good: nothing
 * is skipped, and {@link #failure} names the place.
 *
 * <p>A listener that shows state should stand before the {@link CommandLog}, so that whoever has the answer to a command
 * finds its effects in that state.
 */
public final class EventTail implements AutoCloseable {

    private final LogTail tail;

    /** Of the tail's thread alone once that runs. */
    private EventOrder order;

    private final List<Consumer<EventMessage>> listeners;

    /**
     * Prepares a tail; nothing is read before {@link #start}.
     *
     * @param kafkaProperties where the brokers are and how to sign in there
     * @param from null: from the beginning; otherwise from the first record at or after that time, and a workspace's first
     *     event may then have any sequence and stand amidst its decision
     */
    public EventTail(
            Map<String, Object> kafkaProperties, @Nullable Instant from, List<Consumer<EventMessage>> listeners) {
        this.order = from == null ? EventOrder.fromTheBeginning() : EventOrder.fromAnywhere();
        this.listeners = List.copyOf(listeners);
        this.tail = new LogTail(
                kafkaProperties,
                Topics.ROUTING_EVENTS,
                from == null ? TailStart.BEGINNING : TailStart.at(from),
                this::hand);
    }

    /**
     * Prepares a tail that hands out what is not known yet; nothing is read before {@link #start}.
     *
     * @param known of a partition where nothing is known all is handed out
     * @param whenContradicted run, in the tail's thread and before any event is handed out, when the log turns out not to be
     *     the one that is known (it was wiped, say); all of it is then handed out
     */
    public EventTail(
            Map<String, Object> kafkaProperties,
            Collection<LogPosition> known,
            Runnable whenContradicted,
            List<Consumer<EventMessage>> listeners) {
        this.order = EventOrder.after(known);
        this.listeners = List.copyOf(listeners);
        TailStart start = new KnownPositions(known, () -> {
            order = EventOrder.fromTheBeginning();
            whenContradicted.run();
        });
        this.tail = new LogTail(kafkaProperties, Topics.ROUTING_EVENTS, start, this::hand);
    }

    /** Returns at once. The topic may come later (the engine creates it), and brokers may come and go. */
    public void start() {
        tail.start();
    }

    /** Whether all events that were there when it started have been handed out, and it has not stopped since. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    /** The next offset to read of each partition, up to which all events have been handed out; empty before the first. */
    public SortedMap<Integer, Long> offsets() {
        return tail.offsets();
    }

    /** Why it has stopped, if it has: topic, partition, offset, sequence and cause. */
    public Optional<String> failure() {
        return tail.failure();
    }

    @Override
    public void close() {
        tail.close();
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        EventMessage message = decode(record);
        if (order.isNext(message)) {
            listeners.forEach(listener -> listener.accept(message));
        }
    }

    private static EventMessage decode(ConsumerRecord<String, byte[]> record) {
        try {
            return LogCodec.decodeEvent(record.value());
        } catch (MalformedRecordException e) {
            throw new UnusableRecordException(String.valueOf(e.getMessage()), e);
        }
    }
}
