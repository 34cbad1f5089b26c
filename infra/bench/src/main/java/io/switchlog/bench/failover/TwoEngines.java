package io.switchlog.bench.failover;

import static org.awaitility.Awaitility.await;

import io.switchlog.bench.engine.EngineProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two instances of the engine on one broker, of which one has the task. */
final class TwoEngines implements AutoCloseable {

    private static final int ONE_THREAD = 1;

    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration STANDBYS_CATCH_UP = Duration.ofSeconds(2);

    private final Path directory;
    private final String bootstrapServers;
    private final int firstPort;
    private final EngineProcess[] engines = new EngineProcess[2];

    TwoEngines(Path directory, String bootstrapServers, int firstPort) {
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        this.firstPort = firstPort;
        startMissing();
    }

    /** Starts those that do not run. */
    final void startMissing() {
        for (int i = 0; i < engines.length; i++) {
            if (engines[i] == null || !engines[i].isAlive()) {
                engines[i] = EngineProcess.start(
                        directory.resolve("engine-" + i), bootstrapServers, firstPort + i, ONE_THREAD, List.of());
            }
        }
    }

    /** Waits until each has tasks of its own and stands by for those of the other. */
    void awaitBothReady() {
        await("two engines that are ready; see the logs in " + directory)
                .atMost(START_TIMEOUT)
                .during(STANDBYS_CATCH_UP)
                .until(() -> Stream.of(engines).allMatch(EngineProcess::isReady));
    }

    /** The instance that decides; commands must be coming in. */
    EngineProcess deciding() throws InterruptedException {
        while (true) {
            double[] before = decided();
            Thread.sleep(500);
            double[] after = decided();
            for (int i = 0; i < engines.length; i++) {
                if (after[i] > before[i]) {
                    return engines[i];
                }
            }
        }
    }

    private double[] decided() {
        double[] decided = new double[engines.length];
        for (int i = 0; i < engines.length; i++) {
            decided[i] = engines[i].decidedCommands();
        }
        return decided;
    }

    @Override
    public void close() {
        for (EngineProcess engine : engines) {
            engine.close();
        }
    }
}
