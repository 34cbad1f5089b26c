package io.switchlog.simulation.planted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The judge is judged: it finds each planted bug, and for what it is. To the same seeds without a bug it has no objection; that is
 * {@code SimulationTest}.
 */
@Execution(ExecutionMode.CONCURRENT)
class JudgeTest {

    /** The rarest ones are found after about three hundred; the seeds are always the same. */
    private static final int SEEDS = 1_000;

    @ParameterizedTest
    @MethodSource("bugs")
    void finds(PlantedBug bug) {
        Planted planted = new Planted(bug);
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<String> broken = planted.broken(seed);
            if (broken.contains(bug.broken().name())) {
                System.out.printf("%s is found after %d seeds: %s%n", bug, seed, broken);
                return;
            }
        }
        fail("%s is not found in %d seeds", bug, SEEDS);
    }

    @Test
    void a_bug_whose_place_is_gone_is_not_planted_in_silence() {
        Plant nowhere = new Plant(
                "io.switchlog.decider.Claims",
                "ceded",
                2,
                PlantedBug.SECOND_WINNER.plant().mistake());

        assertThatThrownBy(() -> new PlantingClassLoader(nowhere).loadClass(nowhere.type()))
                .hasMessageContaining("has 0 methods ceded with 2 parameters");
    }

    /** The one that is missing shows in another JVM alone: see {@code DeterminismTest}. */
    static Stream<PlantedBug> bugs() {
        return Stream.of(PlantedBug.values()).filter(bug -> bug != PlantedBug.ORDER_COMES_FROM_A_SET);
    }
}
