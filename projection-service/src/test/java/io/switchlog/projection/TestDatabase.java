package io.switchlog.projection;

import io.switchlog.embedded.FreePorts;
import io.switchlog.embedded.LocalPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.utils.Utils;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database of a real Postgres, which the tests of this module share. */
public final class TestDatabase {

    private static final Map<String, String> KEYS = keys();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    private static final class Server {
        private static final int PORT = FreePorts.pair();

        static {
            try {
                Path directory = Files.createTempDirectory("projection-postgres");
                LocalPostgres postgres = LocalPostgres.start(directory, PORT);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("Postgres did not start", e);
            }
        }

        private static void stop(LocalPostgres postgres, Path directory) {
            try {
                postgres.close();
                Utils.delete(directory.toFile());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A new one of that name, in place of any that there was. */
    public static TestDatabase named(String name) {
        execute(LocalPostgres.jdbcUrl(Server.PORT), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute(LocalPostgres.jdbcUrl(Server.PORT), "CREATE DATABASE " + name);
        return new TestDatabase("jdbc:postgresql://localhost:" + Server.PORT + "/" + name);
    }

    /** Takes it away, whoever uses it. */
    public void drop() {
        String name = url.substring(url.lastIndexOf('/') + 1);
        execute(LocalPostgres.jdbcUrl(Server.PORT), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** One that somebody else has started. */
    public static TestDatabase at(String url) {
        return new TestDatabase(url);
    }

    public String url() {
        return url;
    }

    public DataSource dataSource() {
        return as(LocalPostgres.USER);
    }

    /** As that role sees it; the server trusts whoever says so. */
    public DataSource as(String role) {
        return new DriverManagerDataSource(url, role, LocalPostgres.PASSWORD);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource());
    }

    /** Every row of every read model, as text in the order of its key. */
    public Map<String, String> dump() {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Connection connection = dataSource().getConnection()) {
            for (Map.Entry<String, String> table : KEYS.entrySet()) {
                StringWriter rows = new StringWriter();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT * FROM projection.%s ORDER BY %s) TO STDOUT"
                                        .formatted(table.getKey(), table.getValue()),
                                rows);
                tables.put(table.getKey(), rows.toString());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("positions", "workspace");
        keys.put("agents", "workspace, agent_id");
        keys.put("calls", "workspace, call_sid");
        keys.put("call_events", "workspace, call_sid, sequence");
        keys.put("voicemail_completions", "workspace, recording_sid");
        keys.put("active_calls", "workspace, call_sid, agent_id");
        keys.put("parked_calls", "workspace, call_sid");
        keys.put("queue_entries", "workspace, entered_sequence");
        keys.put("call_claims", "workspace, sequence");
        keys.put("ring_events", "workspace, sequence, agent_id");
        keys.put("voicemails", "workspace, call_sid, recording_sid");
        keys.put("agent_sessions", "workspace, began_sequence");
        keys.put("routing_settings", "workspace");
        return keys;
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
