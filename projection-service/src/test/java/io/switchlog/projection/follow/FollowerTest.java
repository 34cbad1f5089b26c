package io.switchlog.projection.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.EventMessage;
import io.switchlog.embedded.FreePorts;
import io.switchlog.embedded.LocalPostgres;
import io.switchlog.projection.RandomHistory;
import io.switchlog.projection.RunningProjection;
import io.switchlog.projection.TestDatabase;
import io.switchlog.projection.TestLog;
import io.switchlog.projection.follow.Standing.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static TestLog log;
    private static final RandomHistory HISTORY = new RandomHistory(11, "demo", "elsewhere", "third", "fourth");

    /** How much of the history is on the log. */
    private static int appended;

    @BeforeAll
    static void startLog() throws Exception {
        log = new TestLog();
        append(50, 40);
    }

    @AfterAll
    static void stopLog() throws Exception {
        log.close();
    }

    @Test
    void what_it_wrote_live_is_what_a_rebuild_writes_byte_for_byte() {
        TestDatabase live = TestDatabase.named("live");
        try (RunningProjection projection = new RunningProjection(log, live.url())) {
            for (int i = 0; i < 20; i++) {
                append(100, 1 + i);
            }
            int next = appended;
            log.appendInVain(HISTORY.decisions(1).subList(next, next + 1));
            awaitAll(projection, live);

            assertThat(live.dump()).isEqualTo(rebuilt("beside"));
        }
    }

    @Test
    void it_waits_while_its_own_tables_are_rebuilt_and_goes_on_from_there() {
        TestDatabase database = TestDatabase.named("rebuilt_under_it");
        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            awaitAll(projection, database);
            Map<String, String> before = database.dump();

            log.rebuild(database);
            assertThat(database.dump()).isEqualTo(before);

            append(300, 7);
            awaitAll(projection, database);
            assertThat(database.dump()).isEqualTo(rebuilt("beside_that"));
        }
    }

    @Test
    void instances_share_the_work_and_one_takes_over_what_another_had() {
        TestDatabase database = TestDatabase.named("shared");
        try (RunningProjection stays = new RunningProjection(log, database.url())) {
            try (RunningProjection goes = new RunningProjection(log, database.url())) {
                await().atMost(SOON)
                        .until(() -> !goes.standing().partitions().isEmpty()
                                && !stays.standing().partitions().isEmpty());
                append(300, 5);
                awaitAll(goes, database);
            }
            append(300, 5);
            awaitAll(stays, database);
        }
        assertThat(database.dump()).isEqualTo(rebuilt("beside_shared"));
    }

    @Test
    void while_postgres_is_away_nothing_is_lost_and_nothing_is_written_twice(@TempDir Path directory) throws Exception {
        int port = FreePorts.pair();
        LocalPostgres postgres = LocalPostgres.start(directory, port);
        TestDatabase database = TestDatabase.at(LocalPostgres.jdbcUrl(port));
        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            awaitAll(projection, database);

            postgres.close();
            append(200, 9);
            projection.awaitState(State.POSTGRES_AWAY);
            assertThat(projection.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(projection.get("/actuator/health").body()).contains("Postgres does not answer");
            append(200, 9);

            postgres = LocalPostgres.start(directory, port);
            awaitAll(projection, database);
            assertThat(database.dump()).isEqualTo(rebuilt("beside_postgres"));
        } finally {
            postgres.close();
        }
    }

    @Test
    void while_postgres_is_away_it_tells_how_far_it_falls_behind_and_keeps_its_place_in_its_group() {
        TestDatabase database = TestDatabase.named("gone");
        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            awaitAll(projection, database);
            database.drop();
            append(1, 1);
            projection.awaitState(State.POSTGRES_AWAY);

            double before = projection.metric("switchlog_projection_behind");
            append(200, 9);
            await().atMost(SOON).until(() -> projection.metric("switchlog_projection_behind") >= before + 200);

            // Kafka lets nobody join before all who are there have polled.
            try (RunningProjection joining = new RunningProjection(log, database.url())) {
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(log.partitionsOfMembers()).hasSize(2).doesNotContain(0));
                joining.awaitState(State.POSTGRES_AWAY);
            }
        }
    }

    @Test
    void its_health_and_its_metrics_say_how_far_it_is() {
        TestDatabase database = TestDatabase.named("observed");
        try (RunningProjection projection = new RunningProjection(log, database.url())) {
            awaitAll(projection, database);

            assertThat(projection.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(projection.get("/actuator/health").body())
                    .contains("\"postgres\":true", "\"lag\":0", "\"nextOffset\":");
            assertThat(projection.get("/actuator/prometheus").body())
                    .contains(
                            "switchlog_projection_behind{partition=\"0\"",
                            "switchlog_projection_lag_seconds_count",
                            "switchlog_projection_batch_duration_seconds_count",
                            "switchlog_projection_events_total");
        }
    }

    /** In transactions of so many decisions. */
    private static void append(int decisions, int inOneTransaction) {
        int end = appended + decisions;
        List<List<EventMessage>> all =
                HISTORY.decisions(Math.max(0, end - HISTORY.decisions(0).size()));
        while (appended < end) {
            int next = Math.min(end, appended + inOneTransaction);
            log.append(all.subList(appended, next));
            appended = next;
        }
    }

    private static void awaitAll(RunningProjection projection, TestDatabase database) {
        long events = HISTORY.decisions(0).subList(0, appended).stream()
                .mapToLong(List::size)
                .sum();
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> projection.standing().state() == State.UP
                        && Objects.equals(
                                events,
                                database.jdbc()
                                        .queryForObject(
                                                "SELECT sum(next_sequence - 1) FROM projection.positions",
                                                Long.class)));
    }

    private static Map<String, String> rebuilt(String name) {
        TestDatabase database = TestDatabase.named(name);
        log.rebuild(database);
        return database.dump();
    }
}
