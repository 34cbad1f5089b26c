package io.switchlog.simulation.planted;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** The simulation with a bug in it. */
final class Planted {

    private final Method broken;

    Planted(PlantedBug bug) {
        try {
            broken = new PlantingClassLoader(bug.plant())
                    .loadClass("io.switchlog.simulation.Simulation")
                    .getMethod("broken", long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the invariants that the history of that seed breaks. */
    List<String> broken(long seed) {
        try {
            return ((List<?>) broken.invoke(null, seed))
                    .stream().map(String::valueOf).toList();
        } catch (InvocationTargetException e) {
            // A bug may also make the world stumble; that is no verdict of the judge's, and must not pass for one.
            throw new IllegalStateException("seed " + seed, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
