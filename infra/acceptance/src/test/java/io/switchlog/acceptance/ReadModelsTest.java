package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Service;
import io.switchlog.driver.ServiceProcess;
import io.switchlog.driver.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The read models in Postgres: behind, killed, rebuilt, and what starts from them. The projection is a process of its own here. */
class ReadModelsTest extends AcceptanceTest {

    private static final Stack VIEWS = new Stack(
                    Stack.home().resolve("infra/acceptance/target/read-models"),
                    Ports.from(18200),
                    "--services=engine,ingress,gateway")
            .with("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    private static final ServiceProcess PROJECTION = new ServiceProcess(
            VIEWS, Service.PROJECTION, VIEWS.ports().projection(), "-Xmx256m", "-XX:TieredStopAtLevel=1");

    private static final Duration LONG_PAUSE = Duration.ofSeconds(65);

    private final Postgres postgres = new Postgres(VIEWS);

    /** Before the shared stack would be started for nothing. */
    @BeforeAll
    static void up() {
        VIEWS.startFresh();
        PROJECTION.start().awaitReady();
        runOn(VIEWS);
        AcceptanceTest.up();
    }

    @AfterAll
    static void down() {
        runOn(STACK);
        PROJECTION.close();
        VIEWS.close();
    }

    @Test
    void what_happened_stands_in_the_tables_and_a_rebuild_writes_the_same_rows() throws Exception {
        available(ann, bob);
        String call = talkingCall("+15550920", ann);
        assertThat(ann.parks(call).status()).isEqualTo(200);
        hearsMusic(call);
        views("the lot", () -> postgres.ask("select call_sid from projection.parked_calls"), List.of(call));
        assertThat(bob.retrieves(call).status()).isEqualTo(200);
        picksUp(bob, call);
        views(
                "who has it",
                () -> postgres.ask("select agent_id from projection.active_calls where role = 'connected'"),
                List.of("bob"));
        phones.hangUp(call);
        views("the end", () -> postgres.ask(stageOf(call)), List.of("ended"));
        views("the lot", () -> postgres.ask("select call_sid from projection.parked_calls"), List.of());

        rebuiltEqualsLive();
    }

    @Test
    void a_projection_that_was_killed_goes_on_where_it_stood_and_nothing_is_lost_or_doubled() throws Exception {
        available(ann);
        String before = talkingCall("+15550921", ann);
        PROJECTION.kill();
        phones.hangUp(before);
        isFree(ann);
        String meanwhile = talkingCall("+15550922", ann);
        phones.hangUp(meanwhile);
        isFree(ann);

        PROJECTION.start().awaitReady();

        views("the first", () -> postgres.ask(stageOf(before)), List.of("ended"));
        views("the second", () -> postgres.ask(stageOf(meanwhile)), List.of("ended"));
        rebuiltEqualsLive();
    }

    @Test
    void while_postgres_does_not_answer_callers_are_answered_and_the_tables_catch_up() throws Exception {
        available(ann, bob);
        String first;
        String second;
        postgres.pause();
        try {
            first = answeredOnTheDevice("+15550923", ann);
            second = answeredOnTheDevice("+15550924", bob);
            phones.hangUp(first);
        } finally {
            postgres.resume();
        }

        views("the first", () -> postgres.ask(stageOf(first)), List.of("ended"));
        views("the second", () -> postgres.ask(stageOf(second)), List.of("active"));
        talks(bob, second);
        phones.hangUp(second);
        isFree(ann, bob);
        rebuiltEqualsLive();
    }

    /** Longer than any time-out of a pool, and long enough for some lags to add up. */
    @Test
    @Tag("slow")
    void postgres_is_away_for_more_than_a_minute() throws Exception {
        available(ann);
        SortedSet<String> served = new TreeSet<>();
        postgres.pause();
        long paused = System.nanoTime();
        try {
            while (System.nanoTime() - paused < LONG_PAUSE.toNanos()) {
                String call = answeredOnTheDevice("+15550927", ann);
                phones.hangUp(call);
                eventually(call + " is over", () -> isOverByTheLog(call));
                served.add(call);
            }
        } finally {
            postgres.resume();
        }

        String theirs = " and call_sid in ('" + String.join("', '", served) + "') order by call_sid";
        views(
                "what was missed",
                () -> postgres.ask("select call_sid from projection.calls where ended_at is not null" + theirs),
                List.copyOf(served));
        assertThat(postgres.ask(
                        "select call_sid from projection.call_claims where granted and repeats is null" + theirs))
                .containsExactlyElementsOf(served);
        isFree(ann);
        rebuiltEqualsLive();
    }

    @Test
    void a_gateway_that_starts_takes_the_snapshot_and_shows_the_same_board() throws Exception {
        available(ann, bob);
        String parked = talkingCall("+15550925", ann);
        assertThat(ann.parks(parked).status()).isEqualTo(200);
        hearsMusic(parked);
        String talking = talkingCall("+15550926", bob);
        views("bob's call", () -> postgres.ask(stageOf(talking)), List.of("active"));

        try (ServiceProcess second =
                new ServiceProcess(VIEWS, Service.GATEWAY, VIEWS.ports().gateway() + 15, "-Xmx256m")) {
            second.start().awaitReady();
            JsonNode log = new Http(second.uri())
                    .get("/actuator/health")
                    .json()
                    .path("components")
                    .path("log")
                    .path("details");
            assertThat(log.path("startedFrom").asString()).isEqualTo("snapshot");
            Agent there = Agent.signIn(second.uri(), "carol");
            assertThat(there.board()).isEqualTo(ann.board());
            assertThat(there.lot()).containsExactly(parked);
        }
    }

    @Test
    void the_probe_names_the_layer_that_is_broken() throws Exception {
        Tool.Result well = Tool.probe(VIEWS);
        assertThat(well.output()).contains("All layers are well.", "a stream opened");
        assertThat(well.exitCode()).isZero();

        PROJECTION.kill();
        Tool.Result behind = Tool.probe(VIEWS);
        PROJECTION.start().awaitReady();
        assertThat(behind.output())
                .contains("engine      ok", "postgres    ok", "projection  BROKEN", "stream      ok")
                .contains("Broken: projection");
        assertThat(behind.exitCode()).isEqualTo(1);

        postgres.pause();
        try {
            assertThat(Tool.probe(VIEWS).output())
                    .contains("engine      ok", "postgres    BROKEN", "projection  not looked at", "Broken: postgres");
        } finally {
            postgres.resume();
        }
    }

    private static boolean isOverByTheLog(String callSid) {
        return EventLog.read(VIEWS.ports().bootstrapServers())
                        .of(callSid, "CallEnded")
                        .size()
                == 1;
    }

    /** Whoever picks up claims by it: no click, and no session, which would be in Postgres. */
    private String answeredOnTheDevice(String from, Agent agent) {
        String call = phones.call(from);
        eventually(
                agent.id() + " picks up " + call,
                () -> phones.accept(agent.id(), call).status() == 200);
        eventually("they talk", () -> phones.bridgedTo(call).equals(agent.id()));
        return call;
    }

    private void rebuiltEqualsLive() throws Exception {
        eventually("nothing is on its way", () -> PROJECTION.metric("switchlog_projection_behind") == 0);
        Map<String, List<String>> live = postgres.readModels();
        Tool.Result rebuilt = Tool.rebuild(VIEWS);
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(postgres.readModels()).isEqualTo(live);
        assertThat(live.get("ring_events")).isNotEmpty();
    }

    private interface Query {
        List<String> ask() throws SQLException;
    }

    private void views(String what, Query query, List<String> expected) {
        eventually(what + " in the tables", () -> {
            try {
                return query.ask().equals(expected);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String stageOf(String callSid) {
        return "select case when ended_at is null then stage else 'ended' end from projection.calls where call_sid = '"
                + callSid + "'";
    }
}
