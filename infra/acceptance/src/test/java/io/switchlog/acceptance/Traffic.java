package io.switchlog.acceptance;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.PhoneNetwork;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Callers who come one after the other, and agents who reach for every call that rings for them and keep at it, whatever they
 * are answered meanwhile. A caller hangs up once somebody talks to them, or leaves a message.
 */
final class Traffic implements AutoCloseable {

    private static final Duration BETWEEN_CALLS = Duration.ofMillis(500);

    /** While nobody can be served no more callers come, or those who came meanwhile would be too many for a small machine. */
    private static final int MOST_WAITING = 12;

    /** How often anybody looks what there is to do. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final int UNAVAILABLE = 503;

    private final PhoneNetwork phones;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> winners = new ConcurrentHashMap<>();
    private final Set<String> refusedForTheMoment = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ebb = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    /** Begins at once, with agents who are available. */
    Traffic(PhoneNetwork phones, List<Agent> agents) {
        this.phones = phones;
        people.execute(this::keepCalling);
        people.execute(this::endConversations);
        agents.forEach(agent -> people.execute(() -> work(agent)));
    }

    /** The calls until now, oldest first. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Waits until some more calls have come, and some have been heard. */
    void flows() {
        int before = calls.size() - unheard.size();
        ClusterTest.eventually("calls come and go", () -> calls.size() - unheard.size() > before + 4);
    }

    /** Callers who still wait for somebody to talk to, or for the voicemail. */
    Set<String> unheard() {
        return Set.copyOf(unheard);
    }

    /** Who was told that the call is theirs. */
    Set<String> winners(String callSid) {
        return Set.copyOf(winners.getOrDefault(callSid, Set.of()));
    }

    /** Claims that were answered "not now, ask again" at least once. */
    Set<String> refusedForTheMoment() {
        return Set.copyOf(refusedForTheMoment);
    }

    /** One more caller, besides those who come anyway. */
    String call() {
        String callSid = phones.call("+1555%04d".formatted(calls.size()));
        unheard.add(callSid);
        calls.add(callSid);
        return callSid;
    }

    /** Nobody calls any more; those who have called are still seen to. */
    void ebb() {
        ebb.countDown();
    }

    @Override
    public void close() {
        ebb();
        end.countDown();
        people.close();
    }

    private void keepCalling() {
        while (!comesWithin(ebb, BETWEEN_CALLS)) {
            if (unheard.size() < MOST_WAITING) {
                call();
            }
        }
    }

    private void endConversations() {
        while (!comesWithin(end, GLANCE)) {
            List<String> heard = unheard.stream().filter(this::isHeard).toList();
            heard.forEach(phones::hangUp);
            heard.forEach(unheard::remove);
        }
    }

    private boolean isHeard(String callSid) {
        return !phones.bridges(callSid).isEmpty() || phones.heard(callSid).contains("hangup");
    }

    private void work(Agent agent) {
        for (int glance = 1; !comesWithin(end, GLANCE); glance++) {
            for (JsonNode call : callsOnBoard(agent)) {
                String callSid = call.path("callSid").asString();
                if (call.path("agentId").asString("").equals(agent.id())) {
                    phones.accept(agent.id(), callSid);
                } else if (isOfferedTo(agent, call)) {
                    claim(agent, callSid, agent.id() + "-" + glance);
                }
            }
        }
    }

    /** Asks with the same key until there is an answer. */
    private void claim(Agent agent, String callSid, String key) {
        do {
            try {
                Http.Answer answer = agent.claims(callSid, key);
                if (answer.status() == 200) {
                    winners.computeIfAbsent(callSid, _ -> ConcurrentHashMap.newKeySet())
                            .add(agent.id());
                }
                if (answer.status() != UNAVAILABLE) {
                    return;
                }
                refusedForTheMoment.add(callSid);
            } catch (UncheckedIOException gatewayAway) {
                refusedForTheMoment.add(callSid);
            }
        } while (!comesWithin(end, GLANCE));
    }

    private static Iterable<JsonNode> callsOnBoard(Agent agent) {
        try {
            return agent.board().path("calls");
        } catch (UncheckedIOException gatewayAway) {
            return List.of();
        }
    }

    private static boolean isOfferedTo(Agent agent, JsonNode call) {
        return StreamSupport.stream(call.path("offeredTo").spliterator(), false)
                .anyMatch(each -> each.asString("").equals(agent.id()));
    }

    private static boolean comesWithin(CountDownLatch signal, Duration time) {
        try {
            return signal.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
