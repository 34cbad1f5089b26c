package io.switchlog.local;

import io.switchlog.embedded.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Who may do what in the embedded Postgres, as one would set it up in production: each service works as a role that owns its
 * schema, and the gateway may only read what the projection writes.
 */
final class DatabaseRoles {

    /** Also the names of the services, and of their schemas. */
    static final String GATEWAY = "gateway";

    private static final String PROJECTION = "projection";

    static final List<String> NAMES = List.of(GATEWAY, PROJECTION);

    private DatabaseRoles() {}

    /** Makes the roles, or gives those that an earlier run has made the passwords of this one. */
    static void prepare(int port, LocalSettings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        LocalPostgres.jdbcUrl(port), LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String role : NAMES) {
                statement.execute("""
                        DO $$ BEGIN
                          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                        END $$;
                        ALTER ROLE %1$s LOGIN PASSWORD '%2$s';
                        """.formatted(role, settings.get(role, "POSTGRES_PASSWORD")));
            }
            statement.execute("CREATE SCHEMA IF NOT EXISTS gateway");
            // Runs of before there were roles have left it to the superuser.
            statement.execute("""
                    ALTER SCHEMA gateway OWNER TO gateway;
                    DO $$ DECLARE each record; BEGIN
                      FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'gateway' AND tableowner <> 'gateway' LOOP
                        EXECUTE format('ALTER TABLE gateway.%I OWNER TO gateway', each.tablename);
                      END LOOP;
                    END $$;
                    """);
            // A rebuild drops its schema and makes it again.
            statement.execute("GRANT CREATE ON DATABASE " + connection.getCatalog() + " TO " + PROJECTION);
        }
    }
}
