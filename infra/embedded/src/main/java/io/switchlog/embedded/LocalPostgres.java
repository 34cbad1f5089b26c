package io.switchlog.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Utils;

/**
 * A Postgres of our own on data that outlives it. Postgres is a process, so it survives a {@code kill -9} of this one:
 * such an orphan is stopped before its data is opened again.
 */
public final class LocalPostgres implements AutoCloseable {

    public static final String USER = "postgres";

    /** The server trusts whoever connects from this machine; clients want some password all the same. */
    public static final String PASSWORD = "postgres";

    private static final String DATABASE = "switchlog";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on the data under {@code directory}, or on a new cluster if there is none.
     *
     * @throws IOException if it does not answer within 30 s; the server's own words are in the log
     */
    public static LocalPostgres start(Path directory, int port) throws IOException, SQLException {
        stopOrphan(directory);
        Path initialised = directory.resolve("initialised");
        if (!Files.exists(initialised)) {
            // A cluster whose creation was cut short looks complete to the library.
            Utils.delete(data(directory).toFile());
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(data(directory))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_TIMEOUT)
                // The library's defaults are for tests that throw their data away.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                // No socket in /tmp: nothing is shared with another run.
                .setServerConfig("unix_socket_directories", "")
                .start();
        LocalPostgres postgres = new LocalPostgres(server);
        try {
            postgres.createDatabase();
            Files.write(initialised, new byte[0]);
            return postgres;
        } catch (IOException | SQLException failure) {
            postgres.close();
            throw failure;
        }
    }

    /** Stops the server that a killed process left behind on this data. It is no error if there is none. */
    public static void stopOrphan(Path directory) throws IOException {
        Optional<ProcessHandle> orphan = orphan(directory);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
    }

    /** Where a server started on that port is found. */
    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            return row.next();
        }
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    /** The process id may have gone to another program since, so the process must name our data directory. */
    private static Optional<ProcessHandle> orphan(Path directory) throws IOException {
        Path pidFile = data(directory).resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(data(directory).toString()));
    }

    /** Asks politely first; if that takes too long, Postgres recovers from its write-ahead log as after a power cut. */
    private static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        if (exitsInTime(process)) {
            return;
        }
        process.destroyForcibly();
        if (!exitsInTime(process)) {
            throw new IOException(
                    "Postgres, process " + process.pid() + ", is left from an earlier run and cannot be stopped");
        }
    }

    private static boolean exitsInTime(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException tooLong) {
            return false;
        } catch (ExecutionException | InterruptedException failure) {
            throw new IOException("Cannot wait for Postgres to stop", failure);
        }
    }
}
