package io.switchlog.projection.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Many may write batches, or one may rebuild. It is an advisory lock of Postgres, see
 * https://www.postgresql.org/docs/18/explicit-locking.html#ADVISORY-LOCKS, so that it is given back whatever becomes of its
 * holder.
 */
final class RebuildLock {

    /** Any number that nobody else uses in this database: "projecti" in ASCII. */
    private static final long KEY = 0x70726F6A65637469L;

    private RebuildLock() {}

    /**
     * Keeps rebuilds away until the connection's transaction ends.
     *
     * @throws RebuildUnderWayException without waiting, since who waits here reads no log
     */
    static void share(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_xact_lock_shared(" + KEY + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new RebuildUnderWayException();
            }
        }
    }

    /** Waits until nobody writes, and keeps all others from it until {@link #release}, or the connection's end. */
    static void take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
        }
    }

    static void release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
        }
    }
}
