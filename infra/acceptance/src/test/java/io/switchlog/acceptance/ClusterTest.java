package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.PhoneNetwork;
import io.switchlog.driver.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A day of a {@link Cluster}: begins with all instances ready, no call and everybody away. */
abstract class ClusterTest {

    /** Longer than any time-out on the way to recovery. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Cluster cluster;
    static PhoneNetwork phones;

    /** Signed in at the first gateway. */
    static Agent olga;

    private static int hired;

    /** The tests of a class share one, for it takes longer to start than most of them to run. */
    @BeforeAll
    static void up() {
        cluster = Cluster.start();
        phones = cluster.phones;
        olga = Agent.signIn(cluster.gateways.getFirst().uri(), "olga");
    }

    /** Eight processes that do nothing would still take their time from the tests to come. */
    @AfterAll
    static void down() {
        cluster.close();
    }

    @BeforeEach
    void beginTheDay() {
        phones.hangUpEverybody();
        eventually("no call is left", () -> {
            JsonNode board = board();
            return board.path("calls").isEmpty() && board.path("parked").isEmpty();
        });
        for (JsonNode agent : board().path("agents")) {
            if (!agent.path("availability").asString("").equals("away")) {
                atFirstGateway(agent.path("agentId").asString()).says("away");
            }
        }
    }

    /** So many new people with devices, who are available; signed in at the first gateway. */
    List<Agent> hire(int count, int maxConcurrentCalls) {
        return IntStream.range(0, count)
                .mapToObj(_ -> hire("agent_%02d".formatted(++hired), maxConcurrentCalls))
                .toList();
    }

    /** The same person, at the other gateway. */
    Agent atSecondGateway(Agent agent) {
        return agent.at(cluster.gateways.getLast().uri());
    }

    JsonNode board() {
        return olga.board();
    }

    List<String> offeredTo(String callSid) {
        return StreamSupport.stream(olga.call(callSid).path("offeredTo").spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    String ringingCall(Agent... agents) {
        String callSid = phones.call("+15550900");
        for (Agent agent : agents) {
            eventually(
                    callSid + " rings for " + agent.id(),
                    () -> offeredTo(callSid).contains(agent.id()) && phones.rings(agent.id(), callSid));
        }
        return callSid;
    }

    static void eventually(String what, BooleanSupplier condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    /** How long it takes until clicks are answered again, from now. */
    Duration untilTheNextDecision() {
        long asked = System.nanoTime();
        eventually(
                "a click is decided",
                () -> olga.gateway()
                                .patch("/api/settings", Map.of("ringTimeoutSeconds", 30))
                                .status()
                        == 200);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    static void report(String what, Duration took) {
        System.out.println(String.format(Locale.ROOT, "%s %.1f s", what, took.toMillis() / 1000.0));
    }

    /**
     * Every caller was heard by the one agent who had the call last, or has left a message because nobody came to the phone
     * in time; nobody was cut off, and the log has no flaw.
     */
    void everybodyIsServed(Traffic traffic) {
        traffic.ebb();
        eventually("every caller is heard", () -> traffic.unheard().isEmpty());
        eventually("the board is clear", () -> board().path("calls").isEmpty());
        EventLog log = EventLog.read(cluster.bootstrapServers());
        log.mustBeSound();
        assertThat(traffic.calls()).isNotEmpty().allSatisfy(call -> {
            if (phones.bridges(call).isEmpty()) {
                assertThat(phones.heard(call)).contains("record").doesNotContain("application error");
                return;
            }
            List<String> granted =
                    log.grants(call).stream().map(EventLog.Event::agentId).toList();
            assertThat(phones.bridges(call)).as("who talked").containsExactly(granted.getLast());
            assertThat(granted).as("who had the call, by the log").containsAll(traffic.winners(call));
            assertThat(log.of(call, "CallEnded")).hasSize(1);
        });
        assertThat(board().path("agents"))
                .allSatisfy(agent -> assertThat(agent.path("callSids").isEmpty())
                        .as("%s is free", agent.path("agentId"))
                        .isTrue());
    }

    ServiceProcess theOneThatDecides() {
        return theOneThatCounts("switchlog_engine_commands_total", cluster.engines, this::untilTheNextDecision);
    }

    static ServiceProcess theOneThatCounts(String metric, List<ServiceProcess> instances, Runnable work) {
        double before = instances.getFirst().metric(metric);
        work.run();
        return instances.getFirst().metric(metric) > before ? instances.getFirst() : instances.getLast();
    }

    private Agent hire(String id, int maxConcurrentCalls) {
        Map<String, Object> registration = Map.of(
                "agentId", id,
                "name", id,
                "role", "agent",
                "password", "demo",
                "maxConcurrentCalls", maxConcurrentCalls);
        accepted(() -> olga.gateway().post("/api/agents", registration));
        phones.connect(id);
        Agent agent = atFirstGateway(id);
        accepted(() -> agent.gateway().put("/api/me/availability", Map.of("status", "available")));
        return agent;
    }

    /** Asks again while there is no decision yet: just after a fault, or on a machine that is busy otherwise. */
    private static void accepted(Supplier<Http.Answer> request) {
        eventually("it is accepted", () -> {
            Http.Answer answer = request.get();
            assertThat(answer.status()).as("%s", answer.json()).isIn(200, 201, 503);
            return answer.status() != 503;
        });
    }

    private Agent atFirstGateway(String id) {
        return Agent.signIn(cluster.gateways.getFirst().uri(), id);
    }
}
