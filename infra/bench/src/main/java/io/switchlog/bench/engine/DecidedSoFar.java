package io.switchlog.bench.engine;

import io.switchlog.bench.load.SteadyRate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the engine has come, by the positions that it commits together with its decisions: what is counted here can be read
 * by everybody, and the counting costs the engine nothing.
 */
final class DecidedSoFar implements AutoCloseable {

    /** The engine's application id is the name of its consumer group. */
    private static final String ENGINE_GROUP = "routing-engine";

    private static final long BETWEEN_LOOKS_MILLIS = 25;

    private final Admin admin;
    private final List<Backlog.Appended> shifts;

    DecidedSoFar(String bootstrapServers, List<Backlog.Appended> shifts) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.shifts = shifts;
    }

    /**
     * Watches until all shifts are decided.
     *
     * @param warmUp share of each shift that does not count, while the just-in-time compiler is at work
     * @return commands decided per second after that, in all workspaces together
     */
    double commandsPerSecond(double warmUp, EngineProcess engine) throws InterruptedException, ExecutionException {
        long commands = shifts.stream()
                .mapToLong(shift -> shift.end() - shift.firstOfShift())
                .sum();
        SteadyRate rate = new SteadyRate();
        while (true) {
            long decided = decided();
            rate.seen(decided);
            if (decided >= commands) {
                return rate.perSecond(commands, warmUp);
            }
            if (!engine.isAlive()) {
                throw new IllegalStateException("the engine has ended; see its engine.log");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Commands of the shifts themselves; what comes before them does not count. */
    private long decided() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> positions = admin.listConsumerGroupOffsets(ENGINE_GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        long decided = 0;
        for (Backlog.Appended shift : shifts) {
            OffsetAndMetadata position = positions.get(shift.partition());
            long offset = position == null ? 0 : position.offset();
            decided += Math.clamp(offset, shift.firstOfShift(), shift.end()) - shift.firstOfShift();
        }
        return decided;
    }

    @Override
    public void close() {
        admin.close();
    }
}
