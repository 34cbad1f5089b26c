package io.switchlog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path directory;

    private final int port = FreePorts.pair();

    @Test
    void keeps_its_rows_over_an_orderly_restart_and_survives_the_loss_of_its_parent() throws Exception {
        LocalPostgres first = LocalPostgres.start(directory, port);
        try {
            execute("CREATE TABLE calls (sid text)");
            execute("INSERT INTO calls VALUES ('before the restart')");
        } finally {
            first.close();
        }
        try (ServerProcess killed = ServerProcess.start(LocalPostgres.class, directory, port)) {
            execute("INSERT INTO calls VALUES ('before the kill')");
            killed.kill();
        }
        execute("INSERT INTO calls VALUES ('by the orphan')");

        LocalPostgres restarted = LocalPostgres.start(directory, port);
        try {
            assertThat(calls()).isEqualTo("before the restart, before the kill, by the orphan");
            assertThat(single("SHOW fsync")).isEqualTo("on");
        } finally {
            restarted.close();
        }
    }

    private String calls() throws SQLException {
        return single("SELECT string_agg(sid, ', ' ORDER BY ctid) FROM calls");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String single(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(LocalPostgres.jdbcUrl(port), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
