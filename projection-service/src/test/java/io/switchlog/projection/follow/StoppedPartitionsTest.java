package io.switchlog.projection.follow;

import static io.switchlog.board.Happenings.received;
import static io.switchlog.board.Happenings.registered;
import static io.switchlog.board.Happenings.ringing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchlog.board.LogOfEvents;
import io.switchlog.contract.AgentEvent.AgentAvailabilityChanged;
import io.switchlog.contract.Availability;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.projection.RunningProjection;
import io.switchlog.projection.TestDatabase;
import io.switchlog.projection.TestLog;
import io.switchlog.projection.follow.Standing.State;
import io.switchlog.projection.rebuild.RebuildFailedException;
import io.switchlog.projection.store.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each of the workspaces has a partition of its own. */
class StoppedPartitionsTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final LogOfEvents demo = new LogOfEvents("demo");
    private final LogOfEvents elsewhere = new LogOfEvents("elsewhere");
    private final int partition = WorkspacePartition.of("demo", Topics.PARTITIONS);
    private TestLog log;

    @BeforeEach
    void startLog() throws Exception {
        log = new TestLog();
        assertThat(partition).isNotEqualTo(WorkspacePartition.of("elsewhere", Topics.PARTITIONS));
    }

    @AfterEach
    void stopLog() throws Exception {
        log.close();
    }

    @Test
    void an_event_that_cannot_be_read_stops_its_partition_and_is_named_and_the_others_go_on() {
        TestDatabase database = TestDatabase.named("poisoned");
        log.append(List.of(demo.decision(registered("ann"), received("CA1"))));
        log.appendBytes("demo", "demo/3", "{\"no\": \"event\"}".getBytes(StandardCharsets.UTF_8));
        log.append(List.of(List.of(after(demo, 1))));
        log.append(List.of(elsewhere.decision(registered("bob"))));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.PARTITIONS_STOPPED);
            assertThat(reason(projection))
                    .startsWith("routing-events, partition " + partition
                            + ", offset 3, demo/3: not the JSON of an envelope");
            assertThat(projection.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(projection.get("/actuator/health").body()).contains("demo/3");
            awaitPositions(database, Map.of("demo", 3L, "elsewhere", 2L));

            log.append(List.of(elsewhere.decision(received("CA2"))));
            awaitPositions(database, Map.of("demo", 3L, "elsewhere", 3L));
        }
    }

    @Test
    void a_gap_stops_its_partition_before_the_decision_that_has_it() {
        TestDatabase database = TestDatabase.named("with_a_gap");
        List<EventMessage> whole = demo.decision(registered("ann"));
        List<EventMessage> holed = demo.decision(received("CA1"), ringing("CA1", 1, "ann"), ringing("CA1", 2, "ann"));
        log.append(List.of(whole, List.of(holed.getFirst(), holed.getLast())));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.PARTITIONS_STOPPED);

            assertThat(reason(projection)).endsWith("demo/4: workspace demo goes on with sequence 4, expected 3");
            awaitPositions(database, Map.of("demo", 2L));
        }
    }

    @Test
    void rows_that_postgres_refuses_stop_their_partition_at_the_decision_that_wants_them() {
        TestDatabase database = TestDatabase.named("refusing");
        log.append(List.of(demo.decision(registered("ann"))));
        log.append(List.of(demo.decision(
                received("CA1"), new AgentAvailabilityChanged("ann", Availability.AVAILABLE, "no text: \u0000"))));
        log.append(List.of(demo.decision(received("CA2"))));
        log.append(List.of(elsewhere.decision(registered("bob"))));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            awaitPositions(database, Map.of("demo", 2L, "elsewhere", 2L));
            projection.awaitState(State.PARTITIONS_STOPPED);
            assertThat(reason(projection)).endsWith("demo/2: Postgres refuses its rows");
        }
    }

    @Test
    void read_models_of_another_log_are_left_alone_until_somebody_rebuilds_them() {
        TestDatabase database = TestDatabase.named("of_another_log");
        new Schema(database.dataSource(), List.of()).prepare();
        database.jdbc()
                .update("INSERT INTO projection.positions VALUES ('demo', 1001, ?, 4711, '2026-01-01Z')", partition);
        log.append(List.of(demo.decision(registered("ann"))));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.PARTITIONS_STOPPED);
            assertThat(reason(projection)).contains("offset 4710", "the read models are of another log");

            log.rebuild(database);

            projection.awaitState(State.UP);
            log.append(List.of(demo.decision(received("CA1"))));
            awaitPositions(database, Map.of("demo", 3L));
        }
    }

    @Test
    void read_models_of_another_log_are_recognised_even_where_this_one_is_longer() {
        TestDatabase database = TestDatabase.named("of_a_shorter_log");
        new Schema(database.dataSource(), List.of()).prepare();
        database.jdbc()
                .update("INSERT INTO projection.positions VALUES ('demo', 1001, ?, 2, '2026-01-01Z')", partition);
        log.append(List.of(demo.decision(registered("ann"), received("CA1"), ringing("CA1", 1, "ann"))));
        log.append(List.of(elsewhere.decision(registered("bob"))));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.PARTITIONS_STOPPED);
            assertThat(reason(projection))
                    .endsWith("offset 1, demo/2: expected demo/1000 at offset 1,"
                            + " so the read models are of another log; rebuild them");
            awaitPositions(database, Map.of("demo", 1001L, "elsewhere", 2L));

            log.rebuild(database);

            projection.awaitState(State.UP);
            log.append(List.of(demo.decision(received("CA2"))));
            awaitPositions(database, Map.of("demo", 5L, "elsewhere", 2L));
        }
    }

    @Test
    void a_decision_counts_only_when_it_is_whole() {
        TestDatabase database = TestDatabase.named("undecided");
        List<EventMessage> decision = demo.decision(received("CA1"), ringing("CA1", 1, "ann"));
        log.append(List.of(List.of(decision.getFirst())));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.CATCHING_UP);
            await().atMost(SOON)
                    .until(() -> projection.standing().partitions().containsKey(partition)
                            && projection.standing().partitions().get(partition).lag() > 0);
            awaitPositions(database, Map.of());

            log.append(List.of(List.of(decision.getLast())));
            awaitPositions(database, Map.of("demo", 3L));
        }
    }

    @Test
    void while_kafka_is_away_it_waits_and_then_misses_nothing() throws Exception {
        TestDatabase database = TestDatabase.named("without_kafka");
        log.append(List.of(demo.decision(registered("ann"))));

        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            projection.awaitState(State.UP);
            log.stopBroker();
            projection.awaitState(State.KAFKA_AWAY);
            log.startBroker();
            log.append(List.of(demo.decision(received("CA1")), elsewhere.decision(registered("bob"))));

            projection.awaitState(State.UP);
            awaitPositions(database, Map.of("demo", 3L, "elsewhere", 2L));
        }
    }

    @Test
    void a_rebuild_that_meets_such_an_event_fails_and_names_it() {
        TestDatabase database = TestDatabase.named("not_rebuilt");
        log.append(List.of(demo.decision(registered("ann"))));
        log.appendBytes("demo", "demo/2", null);

        assertThatThrownBy(() -> log.rebuild(database))
                .isInstanceOf(RebuildFailedException.class)
                .hasMessageContaining("demo/2: the record has no value");
    }

    @Test
    void a_rebuild_whose_rows_postgres_refuses_fails_and_names_the_decision_that_wants_them() {
        TestDatabase database = TestDatabase.named("refused_rebuild");
        log.append(List.of(demo.decision(registered("ann"))));
        log.append(List.of(demo.decision(new AgentAvailabilityChanged("ann", Availability.AVAILABLE, "\u0000"))));

        assertThatThrownBy(() -> log.rebuild(database))
                .isInstanceOf(RebuildFailedException.class)
                .hasMessageContaining("demo/2: Postgres refuses its rows");
    }

    private static EventMessage after(LogOfEvents log, int missing) {
        for (int i = 0; i < missing; i++) {
            log.next(received("CA-missing"));
        }
        return log.next(received("CA-late"));
    }

    private String reason(RunningProjection projection) {
        return Objects.requireNonNull(projection.standing().stops().get(partition))
                .reason();
    }

    private static void awaitPositions(TestDatabase database, Map<String, Long> expected) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                database
                                        .jdbc()
                                        .queryForList("SELECT workspace, next_sequence FROM projection.positions")
                                        .stream())
                        .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                                .map(each -> Map.<String, Object>of(
                                        "workspace", each.getKey(), "next_sequence", each.getValue()))
                                .toList()));
    }
}
