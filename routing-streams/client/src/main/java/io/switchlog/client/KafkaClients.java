package io.switchlog.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients with the settings that correctness hangs on; a service says only where the brokers are and who it is. */
final class KafkaClients {

    /** How long brokers may be away before an append fails. */
    static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

    private KafkaClients() {}

    static KafkaConsumer<String, byte[]> consumer(Map<String, Object> kafkaProperties, String purpose) {
        Map<String, Object> settings = settings(kafkaProperties, purpose);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Somebody must create topics with all their partitions; a reader that creates them by asking gets them wrong.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // The logs are kept for ever. A position that is gone means lost records: to stop beats starting over unseen.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // The broker answers a fetch as soon as there is one byte to give.
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** @param linger how long a record may wait for others that travel with it */
    static KafkaProducer<String, byte[]> producer(
            Map<String, Object> kafkaProperties, String purpose, Duration linger) {
        Map<String, Object> settings = settings(kafkaProperties, purpose);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) linger.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
        // Only the Appender's line waits so long, never a caller.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT.toMillis());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Clients of one service are told apart by their purpose, in logs and in metrics. */
    private static Map<String, Object> settings(Map<String, Object> kafkaProperties, String purpose) {
        Map<String, Object> settings = new HashMap<>(kafkaProperties);
        settings.computeIfPresent(CommonClientConfigs.CLIENT_ID_CONFIG, (_, service) -> service + "-" + purpose);
        return settings;
    }
}
