package io.switchlog.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.board.Board;
import io.switchlog.board.LogOfEvents;
import io.switchlog.board.WorkspaceBoard;
import io.switchlog.board.snapshot.BoardSnapshots;
import io.switchlog.board.snapshot.WorkspaceSnapshot;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.VoicemailRecorded;
import io.switchlog.contract.CallEvent.VoicemailTranscribed;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Personal;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.projection.RandomHistory;
import io.switchlog.projection.TestDatabase;
import io.switchlog.projection.fold.Projection;
import io.switchlog.projection.fold.ReadModels;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresReadModelsTest {

    private static final Duration RINGS_KEPT = Duration.ofDays(90);
    private static final Set<Integer> PARTITIONS = Set.of(0);

    private final List<List<EventMessage>> history = new RandomHistory(7, "demo", "elsewhere").decisions(3_000);
    private long offset;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void any_batches_with_any_crashes_between_them_give_the_same_bytes_as_all_at_once(int seed) {
        TestDatabase atOnce = prepared("at_once");
        write(history, atOnce, Integer.MAX_VALUE, new Random(0), 0);

        TestDatabase inPieces = prepared("in_pieces");
        offset = 0;
        write(history, inPieces, 40, new Random(seed), 0.1);

        assertThat(inPieces.dump()).isEqualTo(atOnce.dump());
        assertThat(atOnce.dump())
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_message_of_a_call_that_was_never_received_is_still_known_after_a_crash(boolean retired) {
        LogOfEvents log = new LogOfEvents("demo");
        List<List<EventMessage>> decisions = new ArrayList<>();
        decisions.add(log.decision(new CallEnded("CA1", EndReason.NOT_RECEIVED, null)));
        decisions.add(log.decision(new VoicemailRecorded("CA1", "RE1", 17)));
        if (retired) {
            decisions.add(log.decision(new CallRetired("CA1")));
        }
        decisions.add(log.decision(new VoicemailTranscribed(
                "CA1", "RE1", TranscriptionStatus.COMPLETED, new Personal("k", "p", "words"))));
        TestDatabase atOnce = prepared("message_at_once");
        write(decisions, atOnce, Integer.MAX_VALUE, new Random(0), 0);

        TestDatabase inPieces = prepared("message_in_pieces");
        offset = 0;
        decisions.forEach(decision -> write(List.of(decision), inPieces, 1, new Random(0), 0));

        assertThat(inPieces.dump()).isEqualTo(atOnce.dump());
        assertThat(inPieces.dump().get("voicemails")).contains("RE1", "17", "words");
    }

    @Test
    void a_snapshot_is_the_board_that_the_log_gives() {
        TestDatabase database = prepared("snapshots");
        write(history, database, 100, new Random(1), 0.1);

        Map<String, WorkspaceBoard> boards = new LinkedHashMap<>();
        history.forEach(decision -> decision.forEach(event ->
                boards.computeIfAbsent(event.workspace(), WorkspaceBoard::new).apply(event)));

        List<WorkspaceSnapshot> snapshots = new BoardSnapshots(database.dataSource()).read();
        assertThat(snapshots)
                .extracting(WorkspaceSnapshot::board)
                .containsExactlyInAnyOrderElementsOf(
                        boards.values().stream().map(WorkspaceBoard::snapshot).toList());
        assertThat(snapshots)
                .allSatisfy(snapshot -> assertThat(snapshot.nextSequence())
                        .isEqualTo(snapshot.board().sequence() + 1));
        assertThat(snapshots.stream().mapToLong(WorkspaceSnapshot::nextOffset).max())
                .hasValue(offset);
        assertThat(snapshots).extracting(WorkspaceSnapshot::board).allSatisfy((Board board) -> {
            assertThat(board.calls()).isNotEmpty();
            assertThat(board.agents()).isNotEmpty();
        });
    }

    @Test
    void there_is_no_snapshot_before_there_are_read_models() {
        assertThat(new BoardSnapshots(TestDatabase.named("without_schema").dataSource()).read())
                .isEmpty();
    }

    @Test
    void of_two_writers_the_slower_one_writes_nothing() {
        TestDatabase database = prepared("fenced");
        ReadModels readModels = PostgresReadModels.amongOthers(database.dataSource());
        write(history.subList(0, 100), database, 20, new Random(1), 0);
        Projection fast = new Projection(readModels.read(PARTITIONS), RINGS_KEPT);
        Projection slow = new Projection(readModels.read(PARTITIONS), RINGS_KEPT);
        List<EventMessage> next = history.get(100);
        List<EventMessage> afterNext = history.get(101);

        next.forEach(event -> fast.apply(event, 0, 5_000));
        assertThat(readModels.write(fast.takeBatch())).isTrue();
        Map<String, String> written = database.dump();

        next.forEach(event -> slow.apply(event, 0, 5_000));
        afterNext.forEach(event -> slow.apply(event, 0, 5_001));
        assertThat(readModels.write(slow.takeBatch())).isFalse();
        assertThat(database.dump()).isEqualTo(written);
    }

    @Test
    void of_two_writers_who_both_begin_one_writes_nothing() {
        TestDatabase database = prepared("fenced_at_the_beginning");
        ReadModels readModels = PostgresReadModels.amongOthers(database.dataSource());
        for (boolean first : new boolean[] {true, false}) {
            Projection projection = new Projection(List.of(), RINGS_KEPT);
            history.getFirst().forEach(event -> projection.apply(event, 0, 1));
            assertThat(readModels.write(projection.takeBatch())).isEqualTo(first);
        }
    }

    @Test
    void what_happened_on_phones_is_forgotten_by_the_logs_own_days() {
        TestDatabase database = prepared("rings");
        write(history, database, 100, new Random(1), 0.1);

        Instant lastDay = lastTime("demo").truncatedTo(ChronoUnit.DAYS);
        Instant oldest = database.jdbc()
                .queryForObject(
                        "SELECT min(at) FROM projection.ring_events WHERE workspace = 'demo'",
                        (row, _) -> row.getTimestamp(1).toInstant());
        assertThat(history.getFirst().getFirst().at()).isBefore(lastDay.minus(RINGS_KEPT));
        assertThat(oldest).isAfterOrEqualTo(lastDay.minus(RINGS_KEPT)).isBefore(lastDay);
    }

    @Test
    void a_reader_may_look_at_everything_and_change_nothing() {
        TestDatabase database = TestDatabase.named("with_readers");
        database.jdbc().execute("DROP ROLE IF EXISTS looker");
        database.jdbc().execute("CREATE ROLE looker LOGIN");
        new Schema(database.dataSource(), List.of("looker")).prepare();
        write(history, database, 100, new Random(1), 0);
        DataSource asLooker = database.as("looker");

        assertThat(new BoardSnapshots(asLooker).read()).hasSize(2);
        JdbcTemplate looking = new JdbcTemplate(asLooker);
        assertThat(looking.queryForObject("SELECT count(*) FROM projection.call_claims", Long.class))
                .isPositive();
        for (String forbidden : List.of(
                "DELETE FROM projection.calls",
                "INSERT INTO projection.routing_settings VALUES ('w', 1, '{}')",
                "TRUNCATE projection.agents",
                "CREATE TABLE projection.mine (a int)",
                "DROP SCHEMA projection CASCADE")) {
            assertThatThrownBy(() -> looking.execute(forbidden))
                    .rootCause()
                    .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
        }
    }

    @Test
    void who_may_not_look_finds_no_snapshot() {
        TestDatabase database = prepared("without_readers");
        write(history, database, 100, new Random(1), 0);
        database.jdbc().execute("DROP ROLE IF EXISTS stranger");
        database.jdbc().execute("CREATE ROLE stranger LOGIN");

        assertThat(new BoardSnapshots(database.as("stranger")).read()).isEmpty();
    }

    private Instant lastTime(String workspace) {
        return history.reversed().stream()
                .map(List::getLast)
                .filter(event -> event.workspace().equals(workspace))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static TestDatabase prepared(String name) {
        TestDatabase database = TestDatabase.named(name);
        new Schema(database.dataSource(), List.of()).prepare();
        return database;
    }

    /** A crash takes all that is in memory, whether it was to be written or had just been. */
    private void write(
            List<List<EventMessage>> decisions,
            TestDatabase database,
            int largestBatch,
            Random random,
            double crashes) {
        ReadModels readModels = PostgresReadModels.amongOthers(database.dataSource());
        Projection projection = new Projection(readModels.read(PARTITIONS), RINGS_KEPT);
        int next = 0;
        while (next < decisions.size()) {
            int end = largestBatch > decisions.size()
                    ? decisions.size()
                    : Math.min(decisions.size(), next + 1 + random.nextInt(largestBatch));
            for (EventMessage event :
                    decisions.subList(next, end).stream().flatMap(List::stream).toList()) {
                projection.apply(event, 0, ++offset);
            }
            if (random.nextDouble() < crashes) {
                offset -= decisions.subList(next, end).stream()
                        .mapToInt(List::size)
                        .sum();
                projection = new Projection(readModels.read(PARTITIONS), RINGS_KEPT);
                continue;
            }
            assertThat(readModels.write(projection.takeBatch())).isTrue();
            if (random.nextDouble() < crashes) {
                projection = new Projection(readModels.read(PARTITIONS), RINGS_KEPT);
            }
            next = end;
        }
    }
}
