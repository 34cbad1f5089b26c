package io.switchlog.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulation.truth.Accuracy;
import io.switchlog.simulation.truth.Checks;
import io.switchlog.simulation.truth.Figures;
import org.junit.jupiter.api.Test;

/** A mistake in the rules shows in the figures: else they would say nothing of the rules. */
class FiguresTest {

    private static final long SEED = 1;
    private static final int AGENTS = 10;

    @Test
    void who_is_never_missed_is_shown_as_available_for_longer() throws ReflectiveOperationException {
        Figures good = Accuracy.measure(SEED, 1, AGENTS, Checks.ON);

        assertThat(falselyAvailable(PlantedBug.SILENCE_IS_NOT_NOTICED))
                .isGreaterThan(2 * good.falselyAvailableOfBrowsers());
    }

    /** Without those who walked away: no heartbeat tells of them, and no missing one. */
    private static double falselyAvailable(PlantedBug bug) throws ReflectiveOperationException {
        ClassLoader broken = new PlantingClassLoader(bug.plant());
        Class<?> checks = broken.loadClass(Checks.class.getName());
        Object figures = broken.loadClass(Accuracy.class.getName())
                .getMethod("measure", long.class, int.class, int.class, checks)
                .invoke(null, SEED, 1, AGENTS, checks.getField("ON").get(null));
        return (double)
                figures.getClass().getMethod("falselyAvailableOfBrowsers").invoke(figures);
    }
}
