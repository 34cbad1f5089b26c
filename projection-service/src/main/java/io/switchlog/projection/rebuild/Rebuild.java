package io.switchlog.projection.rebuild;

import io.switchlog.contract.Topics;
import io.switchlog.projection.fold.ReadModels;
import io.switchlog.projection.follow.LogEnds;
import io.switchlog.projection.follow.ReadAgainException;
import io.switchlog.projection.follow.Stop;
import io.switchlog.projection.follow.Stretch;
import io.switchlog.projection.store.Schema;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Drops all read models and fills them anew, up to where the log ended when it began. Services that follow the log wait
 * meanwhile, and go on from there.
 */
public final class Rebuild {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Schema schema;
    private final Duration ringsKept;
    private final ProgressBar progress;

    /** @param consumer which is used alone, without a group */
    public Rebuild(KafkaConsumer<String, byte[]> consumer, Schema schema, Duration ringsKept, ProgressBar progress) {
        this.consumer = consumer;
        this.schema = schema;
        this.ringsKept = ringsKept;
        this.progress = progress;
    }

    /**
     * Does it, and returns when all is written. Nothing is dropped before Kafka has answered.
     *
     * @throws RebuildFailedException if an event cannot be projected, or others write as well
     */
    public void run() {
        LogEnds log = LogEnds.assignAll(consumer);
        schema.renew(readModels -> fill(readModels, log));
    }

    private void fill(ReadModels readModels, LogEnds log) {
        progress.begin(log.length());
        SortedMap<Integer, Stop> stops = new TreeMap<>();
        try (WriteBehind behind = new WriteBehind(readModels)) {
            fill(stretch(behind, stops, false), log, stops);
            if (!behind.finish()) {
                throw new RebuildFailedException("somebody else writes the read models as well");
            }
        } catch (DataIntegrityViolationException somewhereInTheBatch) {
            Stretch oneByOne = stretch(readModels, stops, true);
            log.partitions()
                    .forEach(partition -> consumer.seek(
                            partition,
                            oneByOne.startOffset(partition.partition()).orElse(log.beginning(partition))));
            fill(oneByOne, log, stops);
        }
        progress.end();
    }

    private Stretch stretch(ReadModels readModels, SortedMap<Integer, Stop> stops, boolean oneByOne) {
        Set<Integer> partitions = IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toSet());
        return new Stretch(
                readModels.read(partitions),
                ringsKept,
                readModels,
                stops,
                oneByOne,
                (batch, _) -> progress.wrote(batch.events()));
    }

    private void fill(Stretch stretch, LogEnds log, SortedMap<Integer, Stop> stops) {
        long done = log.lengthUpTo(consumer::position);
        try {
            while (done < log.length() && stops.isEmpty()) {
                stretch.project(consumer.poll(POLL));
                done = log.lengthUpTo(consumer::position);
                progress.reached(done);
            }
        } catch (ReadAgainException e) {
            if (stops.isEmpty()) {
                throw new RebuildFailedException(String.valueOf(e.getMessage()));
            }
        }
        if (!stops.isEmpty()) {
            throw new RebuildFailedException(stops.firstEntry().getValue().reason());
        }
    }
}
