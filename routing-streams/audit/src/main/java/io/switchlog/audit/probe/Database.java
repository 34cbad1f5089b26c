package io.switchlog.audit.probe;

import io.switchlog.audit.probe.EngineLayer.Mark;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether Postgres answers, and how far the read models in it have come. */
final class Database implements AutoCloseable {

    private static final String UNDEFINED_TABLE = "42P01";

    private final Patience patience;
    private final String url;
    private final String user;
    private final String password;
    private @Nullable Connection connection;

    Database(String url, String user, String password, Patience patience) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.patience = patience;
    }

    Finding look() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        String seconds = Long.toString(Math.max(1, patience.limit().toSeconds()));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        long start = System.nanoTime();
        try {
            Connection opened = DriverManager.getConnection(url, properties);
            connection = opened;
            boolean valid =
                    opened.isValid(Math.max(1, Math.toIntExact(patience.limit().toSeconds())));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return valid
                    ? Finding.ok(Layer.POSTGRES, "answers in " + millis + " ms")
                    : Finding.broken(Layer.POSTGRES, "takes the connection, and answers nothing");
        } catch (SQLException e) {
            return Finding.broken(Layer.POSTGRES, firstLine(e));
        }
    }

    /** Whether the read models reach the end of the log. */
    Finding lookAtReadModels(Mark mark) throws InterruptedException {
        Reached reached = new Reached();
        try {
            if (patience.until(() -> reached.look(mark.workspace()) > mark.sequence())) {
                return Finding.ok(Layer.PROJECTION, "the read models have come to sequence " + mark.sequence());
            }
        } catch (UnreadableException e) {
            return Finding.broken(
                    Layer.PROJECTION,
                    e.failure.getSQLState() != null && e.failure.getSQLState().equals(UNDEFINED_TABLE)
                            ? "there are no read models; projection-service makes them at its start"
                            : firstLine(e.failure));
        }
        return Finding.broken(
                Layer.PROJECTION,
                "the read models of %s have come to sequence %d, the log is at %d"
                        .formatted(mark.workspace(), Math.max(0, reached.last - 1), mark.sequence()));
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    private final class Reached {
        private long last;

        long look(String workspace) {
            Connection opened = connection;
            if (opened == null) {
                throw new IllegalStateException("look at Postgres first");
            }
            try (PreparedStatement position =
                    opened.prepareStatement("select next_sequence from projection.positions where workspace = ?")) {
                position.setString(1, workspace);
                try (ResultSet found = position.executeQuery()) {
                    last = found.next() ? found.getLong(1) : 0;
                }
            } catch (SQLException e) {
                throw new UnreadableException(e);
            }
            return last;
        }
    }

    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException failure;

        UnreadableException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
