package io.switchlog.simulation.ingress;

import io.switchlog.simulation.world.World;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits for something to be over, or for a time to pass, whichever comes first; one wait at a time. */
final class Wait {

    private final World world;
    private final BooleanSupplier over;
    private int waits;
    private @Nullable Runnable onceOver;

    Wait(World world, BooleanSupplier over) {
        this.world = world;
        this.over = over;
    }

    void until(long millis, Runnable ifOver, Runnable otherwise) {
        if (over.getAsBoolean()) {
            ifOver.run();
            return;
        }
        onceOver = ifOver;
        int waiting = ++waits;
        world.in(millis, () -> {
            if (waiting == waits) {
                end(otherwise);
            }
        });
    }

    /** It may be over now. */
    void look() {
        if (onceOver != null && over.getAsBoolean()) {
            end(onceOver);
        }
    }

    private void end(Runnable next) {
        onceOver = null;
        waits++;
        next.run();
    }
}
