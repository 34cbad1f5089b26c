package io.switchlog.projection.store;

import io.switchlog.projection.fold.ReadModels;
import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The schema {@code projection}: its tables, and who may read them. */
public final class Schema {

    private static final String NAME = "projection";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final List<String> readers;

    /** @param readers roles that may look, and no more */
    public Schema(DataSource dataSource, List<String> readers) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.readers = List.copyOf(readers);
    }

    /**
     * Makes what is not there yet, and changes nothing else.
     *
     * @throws RebuildUnderWayException if somebody is about to drop it
     */
    public void prepare() {
        transaction.executeWithoutResult(_ -> {
            jdbc.execute((Connection connection) -> {
                RebuildLock.share(connection);
                return true;
            });
            migrate();
        });
    }

    /** A number that changes whenever the schema is made anew; 0 if there is none. */
    public long generation() {
        Long oid = jdbc.queryForObject(
                "SELECT coalesce(max(oid::bigint), 0) FROM pg_namespace WHERE nspname = '" + NAME + "'", Long.class);
        return oid == null ? 0 : oid;
    }

    /**
     * Sends all writers away, starts anew with empty tables and has them filled. Writers may come back once that is done, or
     * has failed.
     */
    public void renew(Consumer<ReadModels> filling) {
        jdbc.execute((Connection connection) -> {
            RebuildLock.take(connection);
            try {
                jdbc.execute("DROP SCHEMA IF EXISTS " + NAME + " CASCADE");
                migrate();
                filling.accept(PostgresReadModels.alone(dataSource));
            } finally {
                RebuildLock.release(connection);
            }
            return true;
        });
    }

    /** On connections of its own: two instances that start at once are kept apart by Flyway's lock. */
    private void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .schemas(NAME)
                .defaultSchema(NAME)
                .locations("classpath:db/projection")
                .load()
                .migrate();
        for (String reader : readers) {
            String role = '"' + reader + '"';
            new JdbcTemplate(dataSource)
                    .execute("GRANT USAGE ON SCHEMA " + NAME + " TO " + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA "
                            + NAME + " TO " + role);
        }
    }
}
