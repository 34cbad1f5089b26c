package io.switchlog.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams runs the engine: exactly once, and fast. docs/adr/0003 has the measurements behind the numbers. */
final class StreamsProperties {

    static final String APPLICATION_ID = "routing-engine";

    private static final int HEARTBEATS_PER_SESSION = 8;

    private StreamsProperties() {}

    static Map<String, Object> of(EngineSettings settings, int sessionTimeoutMillis) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.streamThreads());
        // The changelog holds the state: it needs as many replicas as the log.
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replicationFactor());
        // At-least-once can let a zombie overwrite the changelog and grant a second winner: KAFKA-12693.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Readers see a decision when its transaction commits. Mostly that is earlier: see CommitPace.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.MAX_INTERVAL.toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, 2);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // A crashed writer's open transaction pins every reader until the broker aborts it.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 2_000);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        // Until a dead instance's session has ended nobody else may take over; see docs/adr/0011.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionTimeoutMillis);
        // The others learn of it with their next heartbeat, so that comes often.
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                sessionTimeoutMillis / HEARTBEATS_PER_SESSION);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return properties;
    }
}
