package io.switchlog.projection.follow;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.MalformedRecordException;
import io.switchlog.contract.Topics;
import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.Projection;
import io.switchlog.projection.fold.ReadModels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * One stretch of work: from where the read models stand until they are found to stand elsewhere, or are out of reach. Then what
 * is in memory is worth nothing, and a new stretch begins by reading them; there is no other way to recover, and no state to mend.
 */
public final class Stretch {

    private static final Logger LOG = LoggerFactory.getLogger(Stretch.class);

    private final Projection projection;
    private final ReadModels readModels;
    private final Map<Integer, Stop> stops;
    private final boolean oneByOne;
    private final BiConsumer<Batch, Duration> written;
    private final LastEvents lastEvents;
    private final Map<Integer, List<PlacedEvent>> unfinished = new HashMap<>();

    /**
     * Begins one.
     *
     * @param start as just read from {@code readModels}
     * @param stops by partition; what cannot be projected is added
     * @param oneByOne writes each decision by itself, to find the one that Postgres does not take
     * @param written is told of each batch and how long it took to write
     */
    public Stretch(
            List<OpenWorkspace> start,
            Duration ringsKept,
            ReadModels readModels,
            Map<Integer, Stop> stops,
            boolean oneByOne,
            BiConsumer<Batch, Duration> written) {
        this.projection = new Projection(start, ringsKept);
        this.readModels = readModels;
        this.stops = stops;
        this.oneByOne = oneByOne;
        this.written = written;
        this.lastEvents = new LastEvents(start);
    }

    /** Where to read a partition from: its last event that is projected; absent if nothing of it is. */
    public OptionalLong startOffset(int partition) {
        return lastEvents.offset(partition);
    }

    /** The first event of a partition that has been read but waits for the rest of its decision. */
    OptionalLong unfinishedFrom(int partition) {
        List<PlacedEvent> waiting = unfinished.getOrDefault(partition, List.of());
        return waiting.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(waiting.getFirst().offset());
    }

    /**
     * Projects what can be, and writes it.
     *
     * @throws ReadAgainException if this stretch is over
     */
    public void project(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                if (stops.containsKey(partition.partition())
                        && record.offset() >= stops.get(partition.partition()).offset()) {
                    break;
                }
                project(record);
            }
        }
        write();
    }

    private void project(ConsumerRecord<String, byte[]> record) {
        try {
            EventMessage message = decode(record);
            lastEvents.recognise(message, record.partition(), record.offset());
            if (isNext(message, record.partition())) {
                List<PlacedEvent> decision = unfinished.computeIfAbsent(record.partition(), _ -> new ArrayList<>());
                decision.add(new PlacedEvent(message, record.partition(), record.offset()));
                if (message.endsDecision()) {
                    unfinished.remove(record.partition());
                    project(decision);
                }
            }
        } catch (UnusableEventException e) {
            stop(record.partition(), record.offset(), placeOf(record) + ": " + e.getMessage(), e);
        }
    }

    private void project(List<PlacedEvent> decision) {
        PlacedEvent first = decision.getFirst();
        try {
            decision.forEach(event -> {
                LOG.debug(
                        "{} {}/{}",
                        event.message().cause().subject(),
                        event.message().workspace(),
                        event.message().sequence());
                projection.apply(event.message(), event.partition(), event.offset() + 1);
            });
        } catch (RuntimeException bug) {
            // What has been projected of the decision cannot be undone in memory; what came before it is not
            // written yet.
            stop(first.partition(), first.offset(), placeOf(first) + ": " + bug, bug);
            throw new ReadAgainException("an event could not be projected");
        }
        if (oneByOne) {
            writeAlone(first);
        }
    }

    private void writeAlone(PlacedEvent first) {
        try {
            write();
        } catch (DataIntegrityViolationException refused) {
            stop(first.partition(), first.offset(), placeOf(first) + ": Postgres refuses its rows", refused);
            throw new ReadAgainException("rows were refused");
        }
    }

    private void write() {
        Batch batch = projection.takeBatch();
        if (batch.isEmpty()) {
            return;
        }
        long startedNanos = System.nanoTime();
        if (!readModels.write(batch)) {
            throw new ReadAgainException("another instance was faster: " + rangesOf(batch));
        }
        written.accept(batch, Duration.ofNanos(System.nanoTime() - startedNanos));
        if (LOG.isDebugEnabled()) {
            LOG.debug("Written: {}", rangesOf(batch));
        }
    }

    /**
     * Whether this is the event that must come now; if not, it is one that came before.
     *
     * @throws UnusableEventException when events are missing before it
     */
    private boolean isNext(EventMessage message, int partition) {
        List<PlacedEvent> before = unfinished.getOrDefault(partition, List.of());
        String workspace = message.workspace();
        long expected = projection.nextSequence(workspace);
        if (!before.isEmpty()) {
            EventMessage last = before.getLast().message();
            if (!last.workspace().equals(workspace)) {
                throw new UnusableEventException("the decision of " + last.workspace() + "/" + last.sequence() + " has "
                        + last.size() + " events, and " + last.position() + " have come");
            }
            expected = last.sequence() + 1;
        }
        if (message.sequence() > expected) {
            throw new UnusableEventException("workspace " + workspace + " goes on with sequence " + message.sequence()
                    + ", expected " + expected);
        }
        return message.sequence() == expected;
    }

    private void stop(int partition, long offset, String reason, Throwable cause) {
        stops.put(partition, new Stop(offset, reason));
        LOG.error("The projection of partition {} has stopped: {}", partition, reason, cause);
    }

    private static EventMessage decode(ConsumerRecord<String, byte[]> record) {
        try {
            return LogCodec.decodeEvent(record.value());
        } catch (MalformedRecordException e) {
            throw new UnusableEventException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The id says workspace and sequence even where the event itself cannot be read. */
    private static String placeOf(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        return place(
                record.partition(),
                record.offset(),
                id == null || id.value() == null ? "event unknown" : new String(id.value(), StandardCharsets.UTF_8));
    }

    private static String placeOf(PlacedEvent event) {
        return place(
                event.partition(),
                event.offset(),
                event.message().workspace() + "/" + event.message().sequence());
    }

    private static String place(int partition, long offset, String event) {
        return Topics.ROUTING_EVENTS + ", partition " + partition + ", offset " + offset + ", " + event;
    }

    private static String rangesOf(Batch batch) {
        List<String> ranges = new ArrayList<>();
        batch.changes()
                .forEach((workspace, changes) ->
                        ranges.add(workspace + "/" + changes.progress().expectedSequence() + ".."
                                + (changes.progress().nextSequence() - 1)));
        return String.join(", ", ranges);
    }
}
