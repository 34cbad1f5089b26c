package io.switchlog.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationRunTest {

    @Test
    void good_histories_are_a_success() {
        assertThat(SimulationRun.run("--seeds", "20", "--from", "1")).isZero();
    }

    @Test
    void what_is_not_understood_is_said_and_nothing_is_run() {
        assertThat(SimulationRun.run("--seeds", "many")).isEqualTo(2);
        assertThat(SimulationRun.run("--seeds", "0")).isEqualTo(2);
        assertThat(SimulationRun.run("--from")).isEqualTo(2);
        assertThat(SimulationRun.run("--speed", "7")).isEqualTo(2);
    }

    @Test
    void a_history_is_told_with_its_seed_what_happened_and_how_to_tell_it_again() {
        assertThat(Simulation.explain(1))
                .contains("caller    calls:", "twilio    asks Voice", "log       demo", "CallRinging")
                .contains("Seed 1 breaks nothing.")
                .endsWith("./switchlog bench simulation --seeds 1 --from 1");
    }
}
