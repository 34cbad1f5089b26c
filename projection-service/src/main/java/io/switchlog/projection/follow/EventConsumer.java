package io.switchlog.projection.follow;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of events, with the settings that correctness hangs on. */
public final class EventConsumer {

    /** Instances share the partitions; how far they have read is in Postgres and never here. */
    private static final String GROUP = "projection-service";

    private EventConsumer() {}

    public static KafkaConsumer<String, byte[]> on(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(CommonClientConfigs.CLIENT_ID_CONFIG, GROUP),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, GROUP),
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        // The log is kept for ever. A position that is gone means lost records: to stop beats starting
                        // over unseen.
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                        // An instance that died is missed after 10 s, not after 45.
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000),
                        // Some seconds, not the usual minute: who waits for a broker shall still notice other things.
                        Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000),
                        Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
                        // One transaction of Postgres at most: enough to make its cost small, and some megabytes, which
                        // the usual limit of one would cut into pieces.
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
                        Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * 1024 * 1024)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
