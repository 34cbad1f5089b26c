package io.switchlog.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.switchlog.contract.Event;
import io.switchlog.simulation.judge.Outcome;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.Fault;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand histories, and whether they were worth telling. {@code -Dsimulation.from=SEED} tells others. */
class SimulationTest {

    private static final int HISTORIES = 10_000;

    /** What is met in fewer histories than this was met by accident. */
    private static final int OFTEN = 20;

    private static Simulation simulation = new Simulation(_ -> {});
    private static Optional<String> objection = Optional.empty();

    @BeforeAll
    static void tell() {
        long from = Long.getLong("simulation.from", 1);
        System.out.printf("Seeds %d to %d%n", from, from + HISTORIES - 1);
        simulation = new Simulation(_ -> {});
        objection = simulation.run(from, HISTORIES);
        System.out.println(simulation.coverage().table());
    }

    @Test
    void the_judge_objects_to_nothing() {
        objection.ifPresent(words -> fail(words));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void is_met_often(String what) {
        assertThat(simulation.coverage().histories(what))
                .as("histories of %d with %s", HISTORIES, what)
                .isGreaterThanOrEqualTo(OFTEN);
    }

    static Stream<String> everything() {
        return Stream.of(
                        Stream.of(Outcome.values()).map(Enum::name),
                        Stream.of(Fault.values()).map(Enum::name),
                        Stream.of(Consequence.values()).map(Enum::name),
                        leaves(Event.class).map(Class::getSimpleName))
                .flatMap(names -> names);
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of(sealed)
                : Stream.of(sealed.getPermittedSubclasses()).flatMap(SimulationTest::leaves);
    }
}
