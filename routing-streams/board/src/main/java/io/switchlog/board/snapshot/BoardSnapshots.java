package io.switchlog.board.snapshot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardCall;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the boards of all workspaces as of one moment. Each is that of a whole decision, since the read models are written in
 * whole decisions.
 */
public final class BoardSnapshots {

    /** A schema that is not there, or not for us, holds no snapshot; that is so before projection-service has first run. */
    private static final String IS_READABLE = """
            SELECT EXISTS (
              SELECT FROM pg_class table_ JOIN pg_namespace schema_ ON schema_.oid = table_.relnamespace
              WHERE schema_.nspname = 'projection' AND table_.relname = 'positions'
                AND has_schema_privilege(schema_.oid, 'USAGE') AND has_table_privilege(table_.oid, 'SELECT'))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    public BoardSnapshots(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        oneMoment = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /**
     * The boards of all workspaces; none if there are no read models yet, or none that we may read.
     *
     * @throws org.springframework.dao.DataAccessException if Postgres cannot be asked
     * @throws org.springframework.transaction.TransactionException if it cannot be reached
     */
    public List<WorkspaceSnapshot> read() {
        return read(IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toSet()));
    }

    /** The same, of the workspaces in these partitions alone. */
    public List<WorkspaceSnapshot> read(Set<Integer> partitions) {
        return Objects.requireNonNull(oneMoment.execute(
                _ -> jdbc.sql(IS_READABLE).query(Boolean.class).single() ? snapshots(partitions) : List.of()));
    }

    private List<WorkspaceSnapshot> snapshots(Set<Integer> partitions) {
        Map<String, Position> positions = new TreeMap<>();
        jdbc.sql("SELECT * FROM projection.positions WHERE partition = ANY(?)")
                .param(partitions.toArray(Integer[]::new))
                .query((row, _) -> new Position(
                        row.getString("workspace"),
                        row.getLong("next_sequence"),
                        row.getInt("partition"),
                        row.getLong("next_offset")))
                .list()
                .forEach(position -> positions.put(position.workspace, position));
        String[] workspaces = positions.keySet().toArray(String[]::new);
        Map<String, List<BoardAgent>> agents = byWorkspace(
                "SELECT * FROM projection.agents WHERE workspace = ANY(?) ORDER BY agent_id COLLATE \"C\"",
                workspaces,
                BoardRows::agent);
        Map<String, List<BoardCall>> calls = byWorkspace("""
                SELECT * FROM projection.calls WHERE workspace = ANY(?) AND ended_at IS NULL
                ORDER BY received_at, call_sid COLLATE "C"
                """, workspaces, BoardRows::call);
        Map<String, List<RoutingSettings>> settings = byWorkspace(
                "SELECT * FROM projection.routing_settings WHERE workspace = ANY(?)",
                workspaces,
                row -> LogCodec.mapper().readValue(row.getString("settings"), RoutingSettings.class));
        return positions.values().stream()
                .map(position -> new WorkspaceSnapshot(
                        new Board(
                                position.workspace,
                                position.nextSequence - 1,
                                agents.getOrDefault(position.workspace, List.of()),
                                calls.getOrDefault(position.workspace, List.of()),
                                settings.getOrDefault(position.workspace, List.of(RoutingSettings.DEFAULTS))
                                        .getFirst()),
                        position.nextSequence,
                        position.partition,
                        position.nextOffset))
                .toList();
    }

    private <T> Map<String, List<T>> byWorkspace(String sql, String[] workspaces, Mapping<T> mapping) {
        RowMapper<Of<T>> mapper = (row, _) -> new Of<>(row.getString("workspace"), mapping.map(row));
        return jdbc.sql(sql).param(workspaces).query(mapper).stream()
                .collect(groupingBy(Of::workspace, mapping(Of::row, toList())));
    }

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private record Of<T>(String workspace, T row) {}

    private record Position(String workspace, long nextSequence, int partition, long nextOffset) {}
}
