package io.switchlog.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.contract.Topics;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** One processor around the decider, with its state beside it. Every store and topic is named, for the log outlives the code. */
final class EngineTopology {

    static final String STATE_STORE = "routing-state";
    static final String EVENTS_SINK = "routing-events-sink";
    static final String TIMERS_SINK = "elapsed-timers-sink";

    private static final String COMMANDS_SOURCE = "routing-commands-source";
    private static final String DECIDE = "decide";

    private EngineTopology() {}

    /**
     * Builds the topology.
     *
     * @param partitions how many partitions the topics have
     * @param clock tells when timers are due; decides nothing
     */
    static Topology build(int partitions, Clock clock, MeterRegistry metrics) {
        EngineMetrics engineMetrics = new EngineMetrics(metrics, clock);
        Topology topology = new Topology();
        topology.addSource(
                COMMANDS_SOURCE, new StringDeserializer(), new ByteArrayDeserializer(), Topics.ROUTING_COMMANDS);
        topology.addProcessor(DECIDE, () -> new DecisionProcessor(partitions, clock, engineMetrics), COMMANDS_SOURCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STATE_STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(Map.of()),
                DECIDE);
        topology.addSink(
                EVENTS_SINK,
                Topics.ROUTING_EVENTS,
                new StringSerializer(),
                Placed.SERIALIZER,
                Placed.PARTITIONER,
                DECIDE);
        topology.addSink(
                TIMERS_SINK,
                Topics.ROUTING_COMMANDS,
                new StringSerializer(),
                Placed.SERIALIZER,
                Placed.PARTITIONER,
                DECIDE);
        return topology;
    }
}
