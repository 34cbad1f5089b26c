package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.PhoneNetwork;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A day that begins with no switch thrown, everybody away, all devices connected and no call. */
abstract class AcceptanceTest {

    /** Generous, since a condition that holds is seen at once, and one that does not is worth the wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    static Agent ann;
    static Agent bob;
    static Agent carol;
    static Agent sam;
    static Agent olga;

    /** The tests run in some JVMs at the same time, as they mostly wait, and each has a stack of its own. */
    private static final String NAME = System.getProperty("acceptance.stack", "stack-1");

    private static final int NUMBER = Integer.parseInt(NAME.substring("stack-".length()));

    static final Stack STACK = new Stack(
                    Stack.home().resolve("infra/acceptance/target").resolve(NAME), Ports.from(18060 + 20 * NUMBER))
            .with("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
            .with("SILENT_CALL_SECONDS", "15");

    private static final Map<URI, Map<String, Agent>> SIGNED_IN = new ConcurrentHashMap<>();

    private static boolean started;

    /** What the tests of the present class run on. */
    private static Stack inUse = STACK;

    final PhoneNetwork phones = new PhoneNetwork(inUse.ports().simulatorUri());

    @BeforeAll
    static void up() {
        ensureUp();
        ann = signIn("ann");
        bob = signIn("bob");
        carol = signIn("carol");
        sam = signIn("sam");
        olga = signIn("olga");
    }

    @BeforeEach
    void beginTheDay() {
        phones.resetSwitches();
        phones.hangUpEverybody();
        eventually("no call is left", () -> {
            JsonNode board = ann.board();
            return board.path("calls").isEmpty() && board.path("parked").isEmpty();
        });
        for (JsonNode agent : ann.board().path("agents")) {
            String id = agent.path("agentId").asString();
            if (!agent.path("availability").asString("").equals("away")) {
                signIn(id).says("away");
            }
            phones.connect(id);
        }
        settings(Map.of(
                "ringTimeoutSeconds", 30,
                "connectTimeoutSeconds", 10,
                "parkTimeoutSeconds", 300,
                "heartbeatTimeoutSeconds", 30,
                "ringUnprovenAgents", true));
    }

    static void settings(Map<String, ?> changes) {
        Http.Answer settings = olga.gateway().patch("/api/settings", changes);
        assertThat(settings.status()).as("settings: %s", settings.json()).isEqualTo(200);
    }

    /** All tests share one stack, for it takes longer to start than most of them to run. */
    private static synchronized void ensureUp() {
        if (inUse == STACK && !started) {
            STACK.startFresh();
            started = true;
        }
    }

    /** For a class that does not want the shared stack: from now on tests run on this one, which is up. */
    static synchronized void runOn(Stack stack) {
        inUse = stack;
    }

    /** Once per stack: to check a password is meant to take long, and sessions outlive even a restart. */
    static Agent signIn(String id) {
        URI gateway = inUse.ports().gatewayUri();
        return SIGNED_IN
                .computeIfAbsent(gateway, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(id, _ -> Agent.signIn(gateway, id));
    }

    static void available(Agent... agents) {
        for (Agent agent : agents) {
            agent.says("available");
        }
    }

    /** A call that rings for these agents, on their boards and on their devices. */
    String ringingCall(String from, Agent... agents) {
        String callSid = phones.call(from);
        for (Agent agent : agents) {
            eventually(
                    callSid + " rings for " + agent.id(),
                    () -> offeredTo(callSid).contains(agent.id()) && phones.rings(agent.id(), callSid));
        }
        return callSid;
    }

    /** A call that this agent talks on, and everybody knows; it has rung for others who are available and free. */
    String talkingCall(String from, Agent agent) {
        String callSid = ringingCall(from, agent);
        assertThat(agent.claims(callSid).status()).isEqualTo(200);
        picksUp(agent, callSid);
        return callSid;
    }

    /** As soon as the device rings, and then they talk. */
    void picksUp(Agent agent, String callSid) {
        eventually(
                agent.id() + " picks up " + callSid,
                () -> phones.accept(agent.id(), callSid).status() == 200);
        talks(agent, callSid);
    }

    /** At Twilio, and on the board. */
    void talks(Agent agent, String callSid) {
        eventually(
                agent.id() + " talks on " + callSid,
                () -> phones.bridgedTo(callSid).equals(agent.id()) && isTalking(agent, ann.call(callSid)));
    }

    private static boolean isTalking(Agent agent, JsonNode call) {
        return call.path("state").asString("").equals("active")
                && call.path("agentId").asString("").equals(agent.id())
                && !call.path("answeredAt").asString("").isEmpty();
    }

    /** The caller hears music, and no device is connected any more. */
    void hearsMusic(String callSid) {
        eventually(
                "the caller hears music on " + callSid,
                () -> phones.heard(callSid).getLast().startsWith("play: ")
                        && phones.connected(callSid).isEmpty());
    }

    void isFree(Agent... agents) {
        for (Agent agent : agents) {
            eventually(agent.id() + " is free", () -> {
                JsonNode shown = ann.agent(agent.id());
                return shown.path("callSids").isEmpty()
                        && shown.path("offeredCallSids").isEmpty()
                        && shown.path("reservedCallSids").isEmpty();
            });
        }
    }

    List<String> offeredTo(String callSid) {
        return StreamSupport.stream(ann.call(callSid).path("offeredTo").spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    String stateOf(String callSid) {
        return ann.call(callSid).path("state").asString("gone");
    }

    void eventually(String what, BooleanSupplier condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    /** Runs all of it at the same time. */
    static <T> List<T> atOnce(List<Callable<T>> actions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(actions)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
