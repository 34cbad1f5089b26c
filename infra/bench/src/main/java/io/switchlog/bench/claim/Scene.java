package io.switchlog.bench.claim;

import io.switchlog.bench.people.Person;
import io.switchlog.bench.phone.Callers;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Webhooks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The workspace in which is claimed: agents who are available, and calls that ring, made before any is claimed.
 *
 * <p>A call rings for the ten who have been idle longest, and ringing does not make them less idle. So after some calls those
 * ten each take one more call that ends at once: they go to the back, their calls ring on, and the next calls ring for others.
 */
final class Scene {

    /** Each call is claimed by so many of the ten for whom it rings; all but one are too late. */
    static final int CLAIMANTS_PER_CALL = 4;

    /** Ten agents may hold twenty calls each; chance may give one of them more than another. */
    private static final int CALLS_PER_TEN_AGENTS = 150;

    private static final int MOST_CALLS_OF_AN_AGENT = 20;
    private static final int MAX_RUNG_AT_ONCE = 10;

    /** Requests under way at a time while the scene is being made. */
    private static final int AT_ONCE = 16;

    private final Map<String, Person> agents = new TreeMap<>();
    private final Callers callers;
    private final Ports ports;
    private int calls;

    Scene(Ports ports) {
        this.ports = ports;
        this.callers = new Callers(new Webhooks(ports.ingressUri()));
    }

    /** Makes as many agents as that many ringing calls need. */
    void register(int mostCalls) {
        Person olga = Person.operator(ports);
        int tens = Math.ceilDiv(mostCalls, CALLS_PER_TEN_AGENTS);
        List<Map.Entry<String, Person>> signedIn = atOnce(tens * MAX_RUNG_AT_ONCE, i -> {
            String id = "bench_%03d".formatted(i);
            olga.does(
                    "POST",
                    "/api/agents",
                    Map.of(
                            "agentId", id,
                            "name", id,
                            "role", "agent",
                            "password", "demo",
                            "maxConcurrentCalls", MOST_CALLS_OF_AN_AGENT));
            Person agent = Person.signIn(ports.gatewayUri(), id);
            agent.does("PUT", "/api/me/availability", Map.of("status", "available"));
            return Map.entry(id, agent);
        });
        signedIn.forEach(agent -> agents.put(agent.getKey(), agent.getValue()));
    }

    Person agent(String agentId) {
        Person agent = agents.get(agentId);
        if (agent == null) {
            throw new IllegalStateException("a call rings for a stranger: " + agentId);
        }
        return agent;
    }

    List<RingingCall> callsThatRing(int count) {
        List<RingingCall> ringing = new ArrayList<>();
        while (ringing.size() < count) {
            List<RingingCall> next =
                    atOnce(Math.min(CALLS_PER_TEN_AGENTS, count - ringing.size()), _ -> callThatRings());
            ringing.addAll(next);
            Set<String> rung = new HashSet<>();
            next.forEach(call -> rung.addAll(call.agentIds()));
            if (ringing.size() < count) {
                sendToTheBack(List.copyOf(rung));
            }
        }
        return ringing;
    }

    void end(List<RingingCall> over) {
        atOnce(over.size(), i -> {
            callers.hangUp(over.get(i).callSid());
            return over;
        });
    }

    private void sendToTheBack(List<String> agentIds) {
        atOnce(agentIds.size(), i -> {
            RingingCall call = callThatRings();
            int status = agent(agentIds.get(i))
                    .claims(call.callSid(), "make-room")
                    .join()
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(agentIds.get(i) + " may not take " + call + ": " + status);
            }
            callers.hangUp(call.callSid());
            return call;
        });
    }

    private RingingCall callThatRings() {
        String callSid = nextCallSid();
        return new RingingCall(callSid, callers.call(callSid).agentIds());
    }

    private synchronized String nextCallSid() {
        return "CA%032x".formatted(0xBE_0000_0000L + calls++);
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
