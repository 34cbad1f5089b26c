package io.switchlog.simulation.projection;

import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.Optional;

/** Two instances that both write all the time, as two do for a moment when a partition changes hands. */
public final class ProjectionGroup {

    private static final int MOST_DECISIONS_AT_ONCE = 100;

    private final World world;
    private final Broker broker;
    private final TablesInMemory live = new TablesInMemory();

    public ProjectionGroup(World world, Broker broker) {
        this.world = world;
        this.broker = broker;
        List.of(
                        new ProjectionInstance("project-1", world, broker, live),
                        new ProjectionInstance("project-2", world, broker, live))
                .forEach(ProjectionInstance::start);
    }

    /** The first row in which the live tables are not as a rebuild from the log's beginning makes them; empty if there is none. */
    public Optional<String> differenceFromRebuild() {
        TablesInMemory rebuilt = new TablesInMemory();
        Projector projector = new Projector(broker, rebuilt);
        while (projector.isBehind()) {
            if (!projector.write(projector.fold(world.chance().between(1, MOST_DECISIONS_AT_ONCE)))) {
                return Optional.of("the one who rebuilds was not alone");
            }
        }
        List<String> is = live.dump();
        List<String> shall = rebuilt.dump();
        for (int i = 0; i < Math.max(is.size(), shall.size()); i++) {
            String row = i < is.size() ? is.get(i) : "nothing";
            String other = i < shall.size() ? shall.get(i) : "nothing";
            if (!row.equals(other)) {
                return Optional.of("live: " + row + ", rebuilt: " + other);
            }
        }
        return Optional.empty();
    }
}
