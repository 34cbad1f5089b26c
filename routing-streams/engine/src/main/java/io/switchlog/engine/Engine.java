package io.switchlog.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.switchlog.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The running engine: makes the topics, starts Kafka Streams, and leaves its group when it stops. */
@Component
class Engine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final EngineSettings settings;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private volatile boolean running;

    Engine(EngineSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        Properties properties = new Properties();
        properties.putAll(StreamsProperties.of(settings, SessionTimeout.allowedBy(settings)));
        this.streams = new KafkaStreams(
                EngineTopology.build(Topics.PARTITIONS, Clock.systemUTC(), metrics), new StreamsConfig(properties));
        this.streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(metrics);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("A stream thread failed and is replaced; health is red until it has caught up", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void start() {
        TopicSetup.ensureTopics(settings);
        streams.start();
        running = true;
    }

    /** Leaves the group, so that another instance takes over at once instead of after the session's time-out. */
    @Override
    public void stop() {
        running = false;
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
        streamsMetrics.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
