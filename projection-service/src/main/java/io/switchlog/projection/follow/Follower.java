package io.switchlog.projection.follow;

import io.switchlog.contract.Topics;
import io.switchlog.projection.fold.ReadModels;
import io.switchlog.projection.follow.Standing.State;
import io.switchlog.projection.store.FailureReason;
import io.switchlog.projection.store.RebuildUnderWayException;
import io.switchlog.projection.store.Schema;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the read models up with the log, in a thread of its own. Whatever goes wrong between it and Postgres, it goes back to
 * what Postgres holds and on from there; it polls all the while, so that Kafka does not take it for dead.
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Records end a poll at once; this only bounds how long an idle one takes, and how often we look around. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);

    /** Between two attempts to reach Postgres. */
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Schema schema;
    private final ReadModels readModels;
    private final Duration ringsKept;
    private final FollowerMetrics metrics;
    private final Thread thread = Thread.ofPlatform().name("follower").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);

    // The thread's own.
    private final SortedMap<Integer, Stop> stops = new TreeMap<>();
    private final Places places;
    private @Nullable Stretch stretch;
    private boolean joined;
    private boolean oneByOne;
    private long generation;
    private long lookedAroundNanos = System.nanoTime();

    private volatile Standing standing =
            new Standing(State.CATCHING_UP, "has no partitions yet", new TreeMap<>(), new TreeMap<>());

    public Follower(
            KafkaConsumer<String, byte[]> consumer,
            Schema schema,
            ReadModels readModels,
            Duration ringsKept,
            FollowerMetrics metrics) {
        this.consumer = consumer;
        this.schema = schema;
        this.readModels = readModels;
        this.ringsKept = ringsKept;
        this.metrics = metrics;
        this.places = new Places(consumer, stops);
    }

    /** Returns at once. Kafka, the topic and Postgres may come later. */
    public void start() {
        thread.start();
    }

    public Standing standing() {
        return standing;
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            LogEnds.awaitTopic(consumer, closing);
            consumer.subscribe(List.of(Topics.ROUTING_EVENTS), new Assignment());
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("Closed");
        } catch (RuntimeException | Error e) {
            LOG.error("The projection has stopped", e);
            metrics.failed("follower");
            show(State.FAILED, e.toString());
        }
    }

    private void step() {
        try {
            Stretch current = stretch;
            // Also, and first, when Postgres is away: Kafka counts on our polls, and people on the lag.
            places.measure();
            ConsumerRecords<String, byte[]> records = consumer.poll(current == null ? RETRY_PAUSE : IDLE_POLL);
            if (stretch == null && joined) {
                begin(); // Should anything have been read, then before partitions came or went.
            } else if (current != null && current == stretch) {
                current.project(records);
                places.advance(current);
                lookAround();
                showProgress();
            }
        } catch (ReadAgainException e) {
            LOG.info("Reading the read models again: {}", e.getMessage());
            metrics.failed("read-again");
            giveUp();
        } catch (RebuildUnderWayException e) {
            stops.clear();
            giveUp();
            showTrouble(State.REBUILD_UNDER_WAY, e);
        } catch (DataIntegrityViolationException e) {
            LOG.warn("Postgres refuses a batch, whose decisions are now written one by one", e);
            metrics.failed("refused");
            oneByOne = true;
            giveUp();
        } catch (DataAccessException | TransactionException | FlywayException e) {
            metrics.failed("postgres");
            giveUp();
            showTrouble(State.POSTGRES_AWAY, e);
        } catch (RetriableException e) {
            giveUp();
            showTrouble(State.KAFKA_AWAY, e);
        }
    }

    /** Reads the read models, and goes where they stand. */
    private void begin() {
        Set<TopicPartition> assigned = consumer.assignment();
        Set<Integer> partitions =
                assigned.stream().map(TopicPartition::partition).collect(Collectors.toCollection(TreeSet::new));
        schema.prepare();
        generation = schema.generation();
        Stretch next =
                new Stretch(readModels.read(partitions), ringsKept, readModels, stops, oneByOne, metrics::written);
        places.begin(next, LogEnds.of(consumer, assigned));
        stretch = next;
        LOG.info("Projecting partitions {}", partitions);
        showProgress();
    }

    /** What is in memory is of no use any more; nothing is read until there is a new stretch. */
    private void giveUp() {
        stretch = null;
        consumer.pause(consumer.assignment());
    }

    /** A rebuild may be over before we had anything to write, and what has stopped us may be gone with it. */
    private void lookAround() {
        long now = System.nanoTime();
        if (now - lookedAroundNanos >= IDLE_POLL.toNanos()) {
            lookedAroundNanos = now;
            if (schema.generation() != generation) {
                stops.clear();
                throw new ReadAgainException("they have been rebuilt");
            }
        }
    }

    private void showProgress() {
        if (oneByOne && places.areCaughtUp()) {
            oneByOne = false;
            giveUp();
        }
        State state = places.areCaughtUp() ? State.UP : State.CATCHING_UP;
        show(stops.isEmpty() ? state : State.PARTITIONS_STOPPED, null);
    }

    private void showTrouble(State state, Exception cause) {
        String reason = FailureReason.of(cause);
        if (standing.state() != state) {
            LOG.warn("{}: {}", state, reason);
        }
        show(state, reason);
    }

    private void show(State state, @Nullable String reason) {
        if (state == State.UP && standing.state() != State.UP) {
            LOG.info("Caught up with the log");
        }
        standing = new Standing(state, reason, places.all(), new TreeMap<>(stops));
        metrics.stands(standing);
    }

    /** Partitions come and go; how far we had read them is then somebody else's affair. */
    private final class Assignment implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Kafka insists on a position at once, and Postgres, which knows it, may be away.
            partitions.forEach(partition -> consumer.seek(partition, 0));
            joined = true;
            stops.clear();
            giveUp();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            giveUp();
        }
    }
}
