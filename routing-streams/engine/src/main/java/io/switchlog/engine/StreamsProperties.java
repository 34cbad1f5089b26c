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
        // A task reads one partition: there is no other whose records might have to come first.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // Nobody can read what is not committed, and a commit waits for no batch to fill: a flood may take large ones.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), CommitPace.MAX_INTERVAL.toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // While tasks move Kafka Streams commits nothing, and decides what it has polled before it polls again. For a
        // thousand commands a cold JVM takes seconds, and the transaction would time out.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 250);
        // A transaction that follows closely on another is told to try again, and a producer waits 100 ms by default.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 2);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG), 100);
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
        // How far a dead instance had come is not told before its transaction is aborted, and asked for again ever more
        // rarely: once a second by default.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.RETRY_BACKOFF_MAX_MS_CONFIG), 100);
        // A broker holds a fetch that finds nothing this long, 500 ms by default, and what a task that was taken over
        // wants to read stands behind it. So it is for the consumers that restore and stand by, too.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
        return properties;
    }
}
