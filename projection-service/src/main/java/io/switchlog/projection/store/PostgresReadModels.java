package io.switchlog.projection.store;

import io.switchlog.projection.fold.ActiveCall;
import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.Changes;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.ParkedCall;
import io.switchlog.projection.fold.Progress;
import io.switchlog.projection.fold.ReadModels;
import io.switchlog.projection.store.Table.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models in the schema {@code projection}. A batch is one transaction with the positions, which are also the fence: who
 * finds a workspace elsewhere than where they left it has not been the only writer, and rolls back.
 */
public final class PostgresReadModels implements ReadModels {

    /** What one of the rows of positions is expected to be before it is moved on; the fence. */
    private static final Table<Progress> EXPECTED = Table.<Progress>of("positions")
            .number("expected_sequence", Progress::expectedSequence)
            .number("next_sequence", Progress::nextSequence)
            .number("next_offset", Progress::nextOffset)
            .time("log_time", Progress::logTime);

    private static final String MOVE_ON = """
            UPDATE projection.positions position
            SET next_sequence = new.next_sequence, next_offset = new.next_offset, log_time = new.log_time
            FROM %s
            WHERE position.workspace = new.workspace AND position.next_sequence = new.expected_sequence
            """.formatted(EXPECTED.unnested());

    private static final Table<Instant> KEPT_SINCE =
            Table.<Instant>of("ring_events").time("since", since -> since);

    private static final String FORGET =
            "DELETE FROM projection.ring_events old USING %s WHERE old.workspace = new.workspace AND old.at < new.since"
                    .formatted(KEPT_SINCE.unnested());

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OpenRows open;
    private final boolean alone;

    private PostgresReadModels(DataSource dataSource, boolean alone) {
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        open = new OpenRows(dataSource);
        this.alone = alone;
    }

    /** For one of any number of writers. */
    public static PostgresReadModels amongOthers(DataSource dataSource) {
        return new PostgresReadModels(dataSource, false);
    }

    /** For the one who rebuilds, and has sent the others away. */
    static PostgresReadModels alone(DataSource dataSource) {
        return new PostgresReadModels(dataSource, true);
    }

    @Override
    public List<OpenWorkspace> read(Set<Integer> partitions) {
        return open.read(partitions);
    }

    /** @throws RebuildUnderWayException if somebody else replaces all that is there; nothing is written then */
    @Override
    public boolean write(Batch batch) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = Boolean.TRUE.equals(jdbc.execute((Connection connection) -> writeInto(connection, batch)));
            if (!first) {
                status.setRollbackOnly();
            }
            return first;
        }));
    }

    private boolean writeInto(Connection connection, Batch batch) throws SQLException {
        if (!alone) {
            RebuildLock.share(connection);
        }
        // The log is the truth: should Postgres lose its last moments, positions and rows go together, and are
        // written again.
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = off");
        }
        if (!moveOn(connection, batch.changes())) {
            return false;
        }
        Tables.CALLS.put(connection, rows(batch, Changes::calls));
        List<Row<String>> callSids = rows(
                batch,
                changes -> changes.calls().stream().map(row -> row.callSid()).toList());
        Tables.ACTIVE_CALLS.replaceCalls(
                connection,
                callSids,
                rows(
                        batch,
                        changes -> changes.calls().stream()
                                .flatMap(row -> ActiveCall.of(row).stream())
                                .toList()));
        Tables.PARKED_CALLS.replaceCalls(
                connection,
                callSids,
                rows(
                        batch,
                        changes -> changes.calls().stream()
                                .flatMap(row -> ParkedCall.of(row).stream())
                                .toList()));
        Tables.AGENTS.put(connection, rows(batch, Changes::agents));
        Tables.QUEUE_ENTRIES.put(connection, rows(batch, Changes::queue));
        Tables.CALL_CLAIMS.put(connection, rows(batch, Changes::claims));
        Tables.VOICEMAILS.put(connection, rows(batch, Changes::voicemails));
        Tables.AGENT_SESSIONS.put(connection, rows(batch, Changes::sessions));
        Tables.ROUTING_SETTINGS.put(connection, rows(batch, changes -> orNone(changes.settings())));
        Tables.CALL_EVENTS.insert(connection, rows(batch, Changes::events));
        Tables.VOICEMAIL_COMPLETIONS.add(connection, rows(batch, Changes::completions));
        Tables.RING_EVENTS.insert(connection, rows(batch, Changes::rings));
        KEPT_SINCE.run(connection, FORGET, rows(batch, changes -> orNone(changes.ringsKeptSince())));
        return true;
    }

    /** Whether each workspace stood where we left it. */
    private static boolean moveOn(Connection connection, Map<String, Changes> changes) throws SQLException {
        List<Row<Progress>> first = new ArrayList<>();
        List<Row<Progress>> further = new ArrayList<>();
        changes.forEach((workspace, of) ->
                (of.progress().isFirst() ? first : further).add(new Row<>(workspace, of.progress())));
        return EXPECTED.run(connection, MOVE_ON, further) == further.size()
                && Tables.POSITIONS.add(connection, first) == first.size();
    }

    private static <R> List<Row<R>> rows(Batch batch, Function<Changes, Collection<R>> of) {
        List<Row<R>> rows = new ArrayList<>();
        batch.changes()
                .forEach((workspace, changes) -> of.apply(changes).forEach(row -> rows.add(new Row<>(workspace, row))));
        return rows;
    }

    private static <T> List<T> orNone(@Nullable T row) {
        return row == null ? List.of() : List.of(row);
    }
}
