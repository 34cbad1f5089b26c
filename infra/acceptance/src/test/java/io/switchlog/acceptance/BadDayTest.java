package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.driver.BoardStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that can go wrong between Twilio and us goes wrong now and then, all at once. */
class BadDayTest extends AcceptanceTest {

    /** Of the switches' chance and of the callers' and agents' moods; another one is another bad day. */
    private static final long SEED = Long.getLong("switchlog.bad-day.seed", 20_261_121);

    private static final int CALLS = 30;
    private static final int AT_THE_SAME_TIME = 5;
    private static final int IMPATIENT_PER_HUNDRED = 1;
    private static final Duration WHOLE_DAY = Duration.ofMinutes(4);

    private final Random mood = new Random(SEED);
    private final Set<String> calls = new HashSet<>();
    private final Set<String> hungUpByCaller = new HashSet<>();

    @Test
    void on_a_bad_day_every_call_is_answered_by_one_agent_or_recorded_or_abandoned() {
        List<Callable<String>> agents = List.of(
                new AgentAtWork(ann, phones, SEED + 1),
                new AgentAtWork(bob, phones, SEED + 2),
                new AgentAtWork(carol, phones, SEED + 3));
        available(ann, bob, carol);
        phones.throwSwitches(badDay());
        try (BoardStream stream = BoardStream.open(sam, null)) {
            await("the end of the day with seed " + SEED)
                    .atMost(WHOLE_DAY)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        atOnce(agents);
                        return callersTakeATurn() == 0
                                && ann.board().path("calls").isEmpty();
                    });

            List<JsonNode> truths = phones.truths(calls);
            for (JsonNode call : truths) {
                endedWell(call);
                agreesWithTheLog(call, stream);
            }
            assertThat(truths).as("seed %d: calls", SEED).hasSize(CALLS);
            assertThat(truths)
                    .as("seed %d: calls that were answered; a day without any proves nothing", SEED)
                    .filteredOn(call -> !call.path("bridges").isEmpty())
                    .hasSizeGreaterThan(CALLS / 4);
        }
        eventually(
                "everybody is free",
                () -> List.of("ann", "bob", "carol").stream()
                        .map(ann::agent)
                        .allMatch(agent -> agent.path("state").asString("").equals("available")
                                && agent.path("callSids").isEmpty()
                                && agent.path("offeredCallSids").isEmpty()));
    }

    /** Some call, some lose patience; returns how many are on the line or will yet call. */
    private int callersTakeATurn() {
        List<JsonNode> live = phones.truths(calls).stream()
                .filter(call -> Set.of("ringing", "in-progress")
                        .contains(call.path("status").asString("")))
                .toList();
        nobodyTalksWithTwo(live);
        for (JsonNode call : live) {
            if (mood.nextInt(100) < IMPATIENT_PER_HUNDRED) {
                String callSid = call.path("callSid").asString("");
                hungUpByCaller.add(callSid);
                phones.hangUp(callSid);
            }
        }
        if (calls.size() < CALLS && live.size() < AT_THE_SAME_TIME) {
            String callSid = phones.call("+1555%04d".formatted(1000 + calls.size()));
            calls.add(callSid);
            if (mood.nextBoolean()) {
                phones.throwSwitchesOf(callSid, "{\"cancelOthersAt\":\"bridging\"}");
            }
        }
        return live.size() + CALLS - calls.size();
    }

    /** The last word about a call arrives, if late and twice: {@link LostCallbackTest} waits for the minute that it takes else. */
    private static String badDay() {
        return """
            {"seed": %d, "webhookTimeoutMillis": 3000, "mixedRejectionStatus": "busy",
             "callbacks": {
               "dropped":    [{"kinds": ["client-status", "recording-status", "transcription"], "probability": 0.15},
                              {"kinds": ["voice", "redirect", "dial-status", "agent-answer"], "probability": 0.02}],
               "unanswered": [{"probability": 0.04}],
               "duplicated": [{"probability": 0.1}, {"probability": 0.1, "millis": 300}],
               "late":       [{"probability": 0.2, "millis": 300}],
               "reordered":  [{"probability": 0.2, "millis": 500}]},
             "rest": {
               "late":       [{"probability": 0.3, "millis": 200}],
               "tooMany":    [{"probability": 0.1}],
               "failing":    [{"probability": 0.07, "status": 500}, {"probability": 0.07, "status": 503, "processed": true}],
               "unanswered": [{"probability": 0.03}, {"probability": 0.03, "processed": true}]}}""".formatted(SEED);
    }

    private static void nobodyTalksWithTwo(List<JsonNode> live) {
        assertThat(live.stream()
                        .map(call -> call.path("bridgedTo").asString(""))
                        .filter(agentId -> !agentId.isEmpty()))
                .as("seed %d: who talks", SEED)
                .doesNotHaveDuplicates();
    }

    /** Twilio never hung up on a caller who had neither talked with anyone nor been asked for a message. */
    private void endedWell(JsonNode call) {
        List<String> heard = strings(call.path("heard"));
        List<String> bridges = strings(call.path("bridges"));
        boolean answered = bridges.size() == 1;
        boolean recorded = heard.contains("record");
        boolean givenUp = hungUpByCaller.contains(call.path("callSid").asString(""));
        boolean lostByTwilio = heard.contains("application error");
        assertThat(bridges).as("seed %d: %s", SEED, call).hasSizeLessThanOrEqualTo(1);
        assertThat(answered || recorded || givenUp || lostByTwilio)
                .as("seed %d: a caller was dropped: %s", SEED, call)
                .isTrue();
    }

    private void agreesWithTheLog(JsonNode call, BoardStream stream) {
        String callSid = call.path("callSid").asString("");
        boolean received = stream.isTold("CallReceived", callSid);
        if (received) {
            eventually("the stream tells of the end of " + callSid, () -> stream.isTold("CallEnded", callSid));
        }
        List<String> winners = stream.ofType("ClaimGranted").stream()
                .map(BoardStream.Event::data)
                .filter(granted -> granted.path("callSid").asString("").equals(callSid))
                .map(granted -> granted.path("agentId").asString(""))
                .toList();
        List<String> bridges = strings(call.path("bridges"));
        if (!bridges.isEmpty()) {
            assertThat(winners.getLast())
                    .as("seed %d: who claimed %s last", SEED, call)
                    .isEqualTo(bridges.getLast());
        }
        assertThat(stream.ofType("CallEnded").stream()
                        .filter(ended ->
                                ended.data().path("callSid").asString("").equals(callSid)))
                .as("seed %d: ends of %s; one that overtook its call is kept, too", SEED, call)
                .hasSizeBetween(received ? 1 : 0, 1);
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
