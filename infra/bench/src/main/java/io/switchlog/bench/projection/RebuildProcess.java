package io.switchlog.bench.projection;

import io.switchlog.bench.load.SteadyRate;
import io.switchlog.driver.Service;
import io.switchlog.embedded.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The projection's own {@code rebuild}, as operators run it, watched from outside by the positions that it commits. */
final class RebuildProcess {

    private static final long BETWEEN_LOOKS_MILLIS = 25;

    /** While the just-in-time compiler is at work. */
    private static final double WARM_UP = 0.3;

    private static final String PROJECTED = "select coalesce(sum(next_sequence - 1), 0) from projection.positions";

    private RebuildProcess() {}

    /**
     * What was measured.
     *
     * @param events how many there are in all
     */
    record Result(long events, double eventsPerSecond) {}

    static Result run(Path directory, String bootstrapServers, String jdbcUrl, Connection watcher)
            throws IOException, InterruptedException, SQLException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                Service.PROJECTION.jar().toString(),
                "rebuild");
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers,
                        "POSTGRES_URL",
                        jdbcUrl,
                        "POSTGRES_USER",
                        LocalPostgres.USER,
                        "POSTGRES_PASSWORD",
                        LocalPostgres.PASSWORD));
        Path log = directory.resolve("rebuild.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        SteadyRate rate = new SteadyRate();
        while (process.isAlive()) {
            rate.seen(projected(watcher));
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the rebuild has failed; see " + log);
        }
        long events = projected(watcher);
        return new Result(events, rate.perSecond(events, WARM_UP));
    }

    /** Events whose rows can be read; 0 before there are any tables. */
    private static long projected(Connection watcher) throws SQLException {
        try (Statement statement = watcher.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('projection.positions')")) {
                table.next();
                if (table.getString(1) == null) {
                    return 0;
                }
            }
            try (ResultSet sum = statement.executeQuery(PROJECTED)) {
                sum.next();
                return sum.getLong(1);
            }
        }
    }
}
