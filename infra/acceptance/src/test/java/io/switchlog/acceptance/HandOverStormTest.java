package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many calls are parked, retrieved and transferred at the same time, while three of ten requests to Twilio come to grief. */
class HandOverStormTest extends AcceptanceTest {

    /** Of the switches' chance and of what agents choose to do; another one is another storm. */
    private static final long SEED = Long.getLong("switchlog.storm.seed", 20_261_122);

    private static final int CALLS = 6;
    private static final int AGENTS = 9;
    private static final int HAND_OVERS_OF_EACH = 4;

    private final BlockingQueue<Agent> free = new LinkedBlockingQueue<>();

    @AfterEach
    void goHome() {
        free.forEach(agent -> agent.says("away"));
    }

    @Test
    void no_call_is_lost_and_none_is_connected_twice() {
        List<Journey> journeys = new ArrayList<>();
        for (Agent agent : hire(AGENTS)) {
            if (journeys.size() < CALLS) {
                available(agent);
                String call = talkingCall("+1555%04d".formatted(1500 + journeys.size()), agent);
                journeys.add(new Journey(call, agent, new Random(SEED + journeys.size())));
            } else {
                free.add(agent);
            }
        }
        free.forEach(AcceptanceTest::available);
        phones.throwSwitches("""
                {"seed": %d, "rest": {
                   "tooMany":    [{"probability": 0.1}],
                   "failing":    [{"probability": 0.055, "status": 500}, {"probability": 0.055, "status": 500, "processed": true}],
                   "unanswered": [{"probability": 0.055}, {"probability": 0.055, "processed": true}]}}""".formatted(SEED));

        List<Agent> holders = atOnce(List.<Callable<Agent>>copyOf(journeys));

        phones.resetSwitches();
        for (Journey journey : journeys) {
            talks(journey.holder, journey.callSid);
            JsonNode truth = phones.truth(journey.callSid);
            assertThat(phones.connected(journey.callSid))
                    .as("seed %d: %s", SEED, truth)
                    .containsExactly(journey.holder.id());
            assertThat(phones.heard(journey.callSid))
                    .as("seed %d: %s", SEED, truth)
                    .doesNotContain("hangup", "application error", "record");
        }
        assertThat(holders).as("seed %d: who talks", SEED).doesNotHaveDuplicates();
        EventLog log = EventLog.read(STACK.ports().bootstrapServers());
        log.mustBeSound();
        journeys.forEach(journey -> {
            assertThat(log.of(journey.callSid, "CallEnded")).isEmpty();
            phones.hangUp(journey.callSid);
            free.add(journey.holder);
        });
        eventually("nothing is left", () -> ann.board().path("calls").isEmpty());
        free.forEach(this::isFree);
    }

    /** A call's way from agent to agent. Each next one keeps at it until the call is settled, as people do. */
    private final class Journey implements Callable<Agent> {

        private final String callSid;
        private final Random mood;
        private Agent holder;

        Journey(String callSid, Agent holder, Random mood) {
            this.callSid = callSid;
            this.holder = holder;
            this.mood = mood;
        }

        @Override
        public Agent call() throws InterruptedException {
            for (int i = 0; i < HAND_OVERS_OF_EACH; i++) {
                handTo(free.take());
            }
            return holder;
        }

        private void handTo(Agent next) {
            Agent before = holder;
            boolean transfers = mood.nextBoolean();
            Http.Answer handedOn = transfers ? before.transfers(callSid, next.id()) : before.parks(callSid);
            assertThat(handedOn.status())
                    .as("seed %d: %s", SEED, handedOn.json())
                    .isEqualTo(200);
            eventually(
                    callSid + " is settled after " + before.id() + " and " + next.id() + ", seed " + SEED,
                    () -> settles(before, next));
            Agent leaves = holder == before ? next : before;
            eventually(leaves.id() + "'s device is idle, seed " + SEED, () -> phones.isIdle(leaves.id()));
            isFree(leaves);
            free.add(leaves);
        }

        /** Whether the call is with one of them; until then whoever has to do something about it does. */
        private boolean settles(Agent before, Agent next) {
            String bridgedTo = phones.bridgedTo(callSid);
            JsonNode call = next.call(callSid);
            String has = call.path("agentId").asString("");
            if (call.path("state").asString("").equals("parked")) {
                next.retrieves(callSid);
            } else if (!has.isEmpty() && !has.equals(bridgedTo)) {
                phones.accept(has, callSid);
            }
            boolean settled = call.path("state").asString("").equals("active")
                    && !call.path("answeredAt").asString("").isEmpty()
                    && has.equals(bridgedTo);
            holder = settled && has.equals(next.id()) ? next : before;
            return settled && (has.equals(next.id()) || has.equals(before.id()));
        }
    }

    private List<Agent> hire(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    String id = "storm_%02d".formatted(i);
                    Http.Answer registered = olga.gateway()
                            .post(
                                    "/api/agents",
                                    Map.of("agentId", id, "name", id, "role", "agent", "password", "demo"));
                    assertThat(registered.status()).isIn(200, 201);
                    phones.connect(id);
                    return signIn(id);
                })
                .toList();
    }
}
