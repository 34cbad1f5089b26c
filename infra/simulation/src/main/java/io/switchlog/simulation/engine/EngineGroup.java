package io.switchlog.simulation.engine;

import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.world.World;
import java.util.List;

/** Two instances, of which one owns the partition, as far as the group knows. */
public final class EngineGroup {

    /** How often the engine looks for timers that are due. */
    private static final long RESOLUTION_MILLIS = 200;

    private static final int LONGEST_FAILOVER_MILLIS = 4_000;

    private final World world;
    private final Broker broker;
    private final List<EngineInstance> instances;

    public EngineGroup(World world, Broker broker, Partition partition) {
        this.world = world;
        this.broker = broker;
        this.instances = List.of(
                new EngineInstance("engine-1", world, broker, partition, this),
                new EngineInstance("engine-2", world, broker, partition, this));
        instances.getFirst().assigned(broker.assign());
    }

    /** Looks for due timers from now on, until that time. */
    public void watchTimersUntil(long timeMillis) {
        instances.forEach(EngineInstance::elapseTimers);
        if (world.now() < timeMillis) {
            world.in(RESOLUTION_MILLIS, () -> watchTimersUntil(timeMillis));
        }
    }

    /**
     * Gives the partition to somebody else, or to the same one after a restart, once the group has noticed.
     *
     * @return when, in milliseconds from now, the former owner comes back if it has only been standing still
     */
    long replace(EngineInstance former) {
        long noticed = world.chance().delay(50, LONGEST_FAILOVER_MILLIS);
        world.truth().nothingIsDecidedFor(noticed);
        EngineInstance next = world.chance().of(0.3) ? former : instances.get(former == instances.getFirst() ? 1 : 0);
        world.in(noticed, () -> next.assigned(broker.assign()));
        return noticed + world.chance().delay(1, 2_000);
    }
}
