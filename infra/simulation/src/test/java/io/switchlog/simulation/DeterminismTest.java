package io.switchlog.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulation.planted.PlantedReplay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same, always and everywhere. */
class DeterminismTest {

    private static final int HISTORIES = 100;

    /** Two JVMs may agree on an order by accident; that many do not. */
    private static final int JVMS = 6;

    @TempDir
    Path directory = Path.of("");

    @Test
    void a_seed_tells_the_same_history_again() {
        assertThat(bytes(History.tell(42, false))).isEqualTo(bytes(History.tell(42, true)));
    }

    @Test
    void two_seeds_tell_two_histories() {
        assertThat(bytes(History.tell(42, false))).isNotEqualTo(bytes(History.tell(43, false)));
    }

    @Test
    void another_jvm_decides_the_same_bytes() throws IOException, InterruptedException {
        String file = commandLogs();

        assertThat(OtherJvm.run(CommandLogs.class, file)).isEqualTo(CommandLogs.hashOfEvents(file));
    }

    @Test
    void another_jvm_tells_the_same_history() throws IOException, InterruptedException {
        String told = OtherJvm.run(TellHistory.class, "42");

        assertThat(told.lines().toList())
                .isEqualTo(Simulation.explain(42).lines().toList());
    }

    /** Else the comparison above would compare nothing. */
    @Test
    void an_order_that_differs_from_jvm_to_jvm_is_found() throws IOException, InterruptedException {
        String file = commandLogs();
        String first = OtherJvm.run(PlantedReplay.class, file);

        boolean found = false;
        for (int jvm = 2; jvm <= JVMS && !found; jvm++) {
            found = !OtherJvm.run(PlantedReplay.class, file).equals(first);
        }
        assertThat(found).as("an order out of a set shows within %d JVMs", JVMS).isTrue();
    }

    private String commandLogs() throws IOException {
        Path file = directory.resolve("commands");
        CommandLogs.write(
                file,
                LongStream.rangeClosed(1, HISTORIES)
                        .mapToObj(seed -> History.tell(seed, false).commands())
                        .toList());
        return file.toString();
    }

    private static List<String> bytes(Told history) {
        return history.events().stream()
                .map(event -> Arrays.toString(event.bytes()))
                .toList();
    }
}
