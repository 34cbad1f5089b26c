package io.switchlog.projection.store;

import static io.switchlog.board.snapshot.Columns.constant;
import static io.switchlog.board.snapshot.Columns.constantOrNull;
import static io.switchlog.board.snapshot.Columns.personalOrNull;
import static io.switchlog.board.snapshot.Columns.text;
import static io.switchlog.board.snapshot.Columns.time;
import static io.switchlog.board.snapshot.Columns.timeOrNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.switchlog.board.snapshot.BoardRows;
import io.switchlog.board.snapshot.BoardSnapshots;
import io.switchlog.board.snapshot.WorkspaceSnapshot;
import io.switchlog.contract.Availability;
import io.switchlog.contract.CallEvent.ClaimedVia;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.projection.fold.CallRow;
import io.switchlog.projection.fold.ClaimRow;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.QueueRow;
import io.switchlog.projection.fold.SessionRow;
import io.switchlog.projection.fold.VoicemailRow;
import io.switchlog.projection.store.Table.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what is open, so that a projection can go on where another one has stopped. */
final class OpenRows {

    /** Those of callers who are unknown have no call that could be retired. Each half has an index; an OR would have none. */
    private static final String OPEN_VOICEMAILS = """
            (workspace, call_sid, recording_sid) IN (
                SELECT workspace, call_sid, recording_sid
                FROM projection.calls JOIN projection.voicemails USING (workspace, call_sid) WHERE NOT retired
                UNION ALL
                SELECT workspace, call_sid, recording_sid FROM projection.voicemails WHERE from_key_id IS NULL)
            """;

    private final JdbcClient jdbc;
    private final BoardSnapshots boards;
    private final TransactionTemplate oneMoment;

    OpenRows(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        boards = new BoardSnapshots(dataSource);
        oneMoment = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    List<OpenWorkspace> read(Set<Integer> partitions) {
        return Objects.requireNonNull(oneMoment.execute(_ -> workspaces(boards.read(partitions))));
    }

    private List<OpenWorkspace> workspaces(List<WorkspaceSnapshot> snapshots) {
        String[] names =
                snapshots.stream().map(each -> each.board().workspace()).toArray(String[]::new);
        var calls = rows("calls", "NOT retired", names, OpenRows::call);
        var waiting = rows("queue_entries", "left_at IS NULL", names, OpenRows::waiting);
        var held = rows("call_claims", "granted AND repeats IS NULL AND released_at IS NULL", names, OpenRows::claim);
        var voicemails = rows("voicemails", OPEN_VOICEMAILS, names, OpenRows::voicemail);
        var sessions = rows("agent_sessions", "ended_at IS NULL", names, OpenRows::session);
        return snapshots.stream()
                .map(each -> {
                    String name = each.board().workspace();
                    return new OpenWorkspace(
                            each.board(),
                            each.nextSequence(),
                            each.partition(),
                            each.nextOffset(),
                            calls.getOrDefault(name, List.of()),
                            waiting.getOrDefault(name, List.of()),
                            held.getOrDefault(name, List.of()),
                            voicemails.getOrDefault(name, List.of()),
                            sessions.getOrDefault(name, List.of()));
                })
                .toList();
    }

    private interface Mapping<R> {
        R map(ResultSet row) throws SQLException;
    }

    private <R> Map<String, List<R>> rows(String table, String which, String[] workspaces, Mapping<R> mapping) {
        return jdbc
                .sql("SELECT * FROM projection." + table + " WHERE workspace = ANY(?) AND " + which)
                .param(workspaces)
                .query((row, _) -> new Row<>(text(row, "workspace"), mapping.map(row)))
                .stream()
                .collect(groupingBy(Row::workspace, mapping(Row::row, toList())));
    }

    private static CallRow call(ResultSet row) throws SQLException {
        return new CallRow(
                BoardRows.call(row),
                constant(row, "reached", CallRow.Reached.class),
                timeOrNull(row, "ended_at"),
                constantOrNull(row, "end_reason", EndReason.class),
                row.getBoolean("retired"),
                row.getLong("last_sequence"));
    }

    private static QueueRow waiting(ResultSet row) throws SQLException {
        return new QueueRow(
                text(row, "call_sid"),
                row.getLong("entered_sequence"),
                constant(row, "entered_because", QueueRow.Entered.class),
                time(row, "entered_at"),
                null,
                null);
    }

    private static ClaimRow claim(ResultSet row) throws SQLException {
        return new ClaimRow(
                row.getLong("sequence"),
                text(row, "call_sid"),
                constant(row, "kind", ClaimRow.Kind.class),
                text(row, "agent_id"),
                text(row, "requested_by"),
                constantOrNull(row, "via", ClaimedVia.class),
                true,
                null,
                null,
                null,
                time(row, "at"),
                timeOrNull(row, "answered_at"),
                null);
    }

    private static VoicemailRow voicemail(ResultSet row) throws SQLException {
        return new VoicemailRow(
                text(row, "call_sid"),
                text(row, "recording_sid"),
                personalOrNull(row, "from"),
                timeOrNull(row, "recorded_at"),
                row.getObject("duration_seconds", Integer.class),
                timeOrNull(row, "transcribed_at"),
                constantOrNull(row, "transcription_status", TranscriptionStatus.class),
                personalOrNull(row, "text"));
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(
                text(row, "agent_id"),
                row.getLong("began_sequence"),
                constant(row, "status", Availability.class),
                row.getString("reason"),
                time(row, "began_at"),
                null);
    }
}
