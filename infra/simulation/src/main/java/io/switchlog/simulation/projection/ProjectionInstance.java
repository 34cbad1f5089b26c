package io.switchlog.simulation.projection;

import io.switchlog.projection.fold.Batch;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import org.jspecify.annotations.Nullable;

/** One process of the projection service, which may die before a batch is written and after it. */
final class ProjectionInstance {

    private static final int MOST_DECISIONS_AT_ONCE = 12;
    private static final int LONGEST_LAG_MILLIS = 300;
    private static final int LONGEST_WRITE_MILLIS = 80;
    private static final int LONGEST_RESTART_MILLIS = 5_000;

    private final String name;
    private final World world;
    private final Broker broker;
    private final TablesInMemory tables;

    private @Nullable Projector projector;
    private boolean busy;

    ProjectionInstance(String name, World world, Broker broker, TablesInMemory tables) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        this.tables = tables;
        broker.onEvents(this::wake);
    }

    void start() {
        projector = new Projector(broker, tables);
        wake();
    }

    private void wake() {
        Projector current = projector;
        if (current != null && !busy && current.isBehind()) {
            busy = true;
            world.in(world.chance().delay(1, LONGEST_LAG_MILLIS), this::project);
        }
    }

    private void project() {
        Projector current = projector;
        if (current == null || dies()) {
            return;
        }
        Batch batch = current.fold(world.chance().between(1, MOST_DECISIONS_AT_ONCE));
        world.in(world.chance().delay(1, LONGEST_WRITE_MILLIS), () -> {
            if (dies()) {
                return;
            }
            if (!current.write(batch)) {
                world.saw(Consequence.PROJECTION_FENCED);
                projector = new Projector(broker, tables);
            }
            if (!dies()) {
                busy = false;
                wake();
            }
        });
    }

    private boolean dies() {
        if (!world.faults().strike(Fault.PROJECTION_DIES)) {
            return false;
        }
        world.trace().note(name, () -> "dies");
        projector = null;
        world.in(world.chance().delay(500, LONGEST_RESTART_MILLIS), () -> {
            busy = false;
            start();
        });
        return true;
    }
}
