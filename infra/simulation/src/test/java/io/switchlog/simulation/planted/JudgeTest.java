package io.switchlog.simulation.planted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
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

    /**
     * Which seed showed a bug when somebody looked last: it is tried first, as most of the time goes into histories that do not show
     * the rare ones. A change of the rules may move it; then the search begins with the first seed again, and says what it found.
     */
    private static final Map<PlantedBug, Integer> FOUND_LAST = Map.ofEntries(
            Map.entry(PlantedBug.CONNECTING_AGENT_PARKS, 226),
            Map.entry(PlantedBug.GIVEN_UP_COUNTS_AS_DONE, 234),
            Map.entry(PlantedBug.THE_LOST_RING_ON, 153),
            Map.entry(PlantedBug.PROJECTION_IS_NOT_FENCED, 83),
            Map.entry(PlantedBug.BUSY_COLLEAGUE_IS_GIVEN_THE_CALL, 71),
            Map.entry(PlantedBug.HAND_OVER_TIMER_IS_LOST, 69),
            Map.entry(PlantedBug.ABSENT_COLLEAGUE_RINGS_ON, 67),
            Map.entry(PlantedBug.REDIRECT_IS_FORGOTTEN, 45),
            Map.entry(PlantedBug.PARKING_DOES_NOT_FREE, 30),
            Map.entry(PlantedBug.DECLINE_IS_FORGOTTEN, 25),
            Map.entry(PlantedBug.RESERVED_AGENT_IS_RUNG, 23),
            Map.entry(PlantedBug.FORGOTTEN_CALL_GOES_TO_VOICEMAIL, 17),
            Map.entry(PlantedBug.AGENT_STAYS_ON_THE_CALL, 16),
            Map.entry(PlantedBug.STALE_DIAL_ENDS_THE_CALL, 16),
            Map.entry(PlantedBug.CONNECT_TIMER_IS_LOST, 14));

    @ParameterizedTest
    @MethodSource("bugs")
    void finds(PlantedBug bug) {
        Planted planted = new Planted(bug);
        Integer last = FOUND_LAST.get(bug);
        if (last != null && isFound(bug, planted, last)) {
            return;
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            if (isFound(bug, planted, seed)) {
                return;
            }
        }
        fail("%s is not found in %d seeds", bug, SEEDS);
    }

    private static boolean isFound(PlantedBug bug, Planted planted, int seed) {
        List<String> broken = planted.broken(seed);
        if (!broken.contains(bug.broken().name())) {
            return false;
        }
        System.out.printf("%s is found by seed %d: %s%n", bug, seed, broken);
        return true;
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
