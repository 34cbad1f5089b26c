package io.switchlog.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the engine must be told.
 *
 * @param kafkaBootstrapServers {@code KAFKA_BOOTSTRAP_SERVERS}
 * @param stateDirectory {@code STATE_DIRECTORY}: where Kafka Streams keeps its locks; the state itself is in memory
 * @param streamThreads {@code ENGINE_STREAM_THREADS}: workspaces are spread over this many threads
 * @param replicationFactor {@code KAFKA_REPLICATION_FACTOR} of the topics that the engine makes
 * @param sessionTimeoutMillis {@code ENGINE_SESSION_TIMEOUT_MS}: how long an instance may be silent before another one takes
 *     over its workspaces; the broker's {@code group.min.session.timeout.ms} must allow it
 */
@ConfigurationProperties("switchlog.engine")
record EngineSettings(
        String kafkaBootstrapServers,
        String stateDirectory,
        int streamThreads,
        short replicationFactor,
        int sessionTimeoutMillis) {

    /** A heartbeat is due several times within a session, and a pause for collecting garbage must not end it. */
    private static final int SHORTEST_SESSION_MILLIS = 1_000;

    EngineSettings {
        if (kafkaBootstrapServers.isBlank()) {
            throw new IllegalArgumentException("KAFKA_BOOTSTRAP_SERVERS is missing: expected host:port[,host:port...]");
        }
        if (streamThreads < 1) {
            throw new IllegalArgumentException("ENGINE_STREAM_THREADS: expected at least 1, got " + streamThreads);
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "KAFKA_REPLICATION_FACTOR: expected at least 1, got " + replicationFactor);
        }
        if (sessionTimeoutMillis < SHORTEST_SESSION_MILLIS) {
            throw new IllegalArgumentException("ENGINE_SESSION_TIMEOUT_MS: expected at least " + SHORTEST_SESSION_MILLIS
                    + ", got " + sessionTimeoutMillis);
        }
    }
}
