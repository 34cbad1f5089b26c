package io.switchlog.ingress.callcontrol;

import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which partitions of routing-events are this instance's to act upon, by membership in a consumer group. It only uses
 * the group's assignment: every partition is paused, nothing is consumed and no offset matters.
 */
final class PartitionMembership implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartitionMembership.class);
    private static final String GROUP = "call-control";

    /** The least that brokers allow by default: how long a dead instance's calls wait for another one. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final Duration CAUGHT_UP_CHECK = Duration.ofMillis(50);

    private final Map<String, Object> kafkaProperties;
    private final BooleanSupplier caughtUp;
    private final Consumer<Set<Integer>> owner;
    private final Thread thread =
            Thread.ofPlatform().name("call-control-membership").daemon().unstarted(this::run);

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param caughtUp whether the view shows the log's present; before that it shows instructions that were done long ago
     * @param owner is told which partitions are ours whenever that changes, on the thread of this object
     */
    PartitionMembership(Map<String, Object> kafkaProperties, BooleanSupplier caughtUp, Consumer<Set<Integer>> owner) {
        this.kafkaProperties = kafkaProperties;
        this.caughtUp = caughtUp;
        this.owner = owner;
    }

    void start() {
        thread.start();
    }

    /**
     * Leaves the group, so that others take over at once. The thread is woken and not interrupted, since an interrupted
     * consumer cannot say that it leaves.
     */
    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean present = caughtUp.getAsBoolean();
            while (!present && !isClosingWithin(CAUGHT_UP_CHECK)) {
                present = caughtUp.getAsBoolean();
            }
            while (!isClosingWithin(Duration.ZERO)) {
                beMember();
                isClosingWithin(BEFORE_NEXT_TRY);
            }
        } catch (InterruptedException e) {
            log.debug("Call control's membership ends");
        }
    }

    private boolean isClosingWithin(Duration time) throws InterruptedException {
        return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beMember() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> member =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = member;
            member.subscribe(List.of(Topics.ROUTING_EVENTS), new PausingListener(member));
            while (!isClosingWithin(Duration.ZERO)) {
                member.poll(POLL);
            }
        } catch (WakeupException e) {
            log.debug("Call control leaves its group");
        } catch (KafkaException e) {
            log.error("Call control lost its membership, and joins again in {}", BEFORE_NEXT_TRY, e);
        } finally {
            consumer = null;
            owner.accept(Set.of());
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingress-service-" + GROUP);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 3);
        // What stays with an instance is not taken from it meanwhile: work that is under way goes on.
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A topic that the engine has yet to create is found within this time; the default is five minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        return properties;
    }

    private final class PausingListener implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> member;

        PausingListener(KafkaConsumer<byte[], byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            member.pause(assigned);
            tell(member.assignment());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            Set<TopicPartition> rest = new HashSet<>(member.assignment());
            rest.removeAll(revoked);
            tell(rest);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            onPartitionsRevoked(lost);
        }

        private void tell(Set<TopicPartition> partitions) {
            Set<Integer> ours =
                    partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
            log.info("Call control acts for partitions {}", new TreeSet<>(ours));
            owner.accept(ours);
        }
    }
}
