package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.WebhookServer.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the switches make go wrong with status callbacks, for which nobody waits. */
class CallbackFaultsTest extends RunningSimulator {
    private static final String DIAL = """
            <Dial><Client statusCallback="/client-status" statusCallbackEvent="initiated ringing answered completed">\
            ann</Client></Dial>""";

    @Test
    void a_dropped_callback_never_arrives_and_the_others_do() {
        simulator.set("{\"callbacks\":{\"dropped\":[{\"kinds\":[\"client-status\"],\"statuses\":[\"ringing\"]}]}}");

        answeredAndOver();

        assertThat(statuses("/client-status")).containsExactly("initiated", "in-progress", "completed");
        assertThat(statuses("/call-status")).containsExactly("completed");
    }

    @Test
    void a_duplicated_callback_arrives_twice_with_the_same_token() {
        simulator.set("{\"callbacks\":{\"duplicated\":[{\"kinds\":[\"call-status\"]}]}}");

        answeredAndOver();

        await().until(() -> webhooks.at("/call-status").size() == 2);
        assertThat(webhooks.at("/call-status"))
                .extracting(Received::idempotencyToken)
                .doesNotContain("")
                .satisfies(tokens -> assertThat(tokens.getFirst()).isEqualTo(tokens.getLast()));
        assertThat(webhooks.at("/client-status"))
                .extracting(Received::idempotencyToken)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void a_late_callback_holds_nobody_up() {
        simulator.set("""
                {"callbacks":{"late":[{"kinds":["client-status"],"statuses":["initiated"],"millis":300}]}}""");

        answeredAndOver();

        await().until(() -> webhooks.at("/client-status").size() == 4);
        assertThat(statuses("/client-status")).containsExactly("ringing", "in-progress", "completed", "initiated");
    }

    @Test
    void a_reordered_callback_is_overtaken_by_the_next_one() {
        simulator.set("""
                {"callbacks":{"reordered":[{"kinds":["client-status"],"statuses":["ringing"],"millis":60000}]}}""");

        answeredAndOver();

        await().until(() -> webhooks.at("/client-status").size() == 4);
        assertThat(statuses("/client-status").indexOf("ringing"))
                .isGreaterThan(statuses("/client-status").indexOf("in-progress"));
    }

    @Test
    void a_reordered_callback_that_nothing_follows_leaves_all_the_same() {
        simulator.set("{\"callbacks\":{\"reordered\":[{\"kinds\":[\"call-status\"],\"millis\":100}]}}");

        answeredAndOver();

        await().until(() -> webhooks.at("/call-status").size() == 1);
    }

    @Test
    void a_fault_with_a_count_strikes_that_often_and_shows_what_is_left() {
        simulator.set("{\"callbacks\":{\"dropped\":[{\"kinds\":[\"client-status\"],\"count\":3}]}}");

        answeredAndOver();

        assertThat(statuses("/client-status")).containsExactly("completed");
        assertThat(simulator
                        .switches()
                        .get("callbacks")
                        .get("dropped")
                        .get(0)
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void a_calls_own_fault_strikes_no_other_call() {
        webhooks.twiml("/voice", "<Hangup/>");
        String spared = simulator.placeCall();
        simulator.placeCall("{\"switches\":{\"callbacks\":{\"dropped\":[{\"kinds\":[\"call-status\"]}]}}}");
        String sparedToo = simulator.placeCall();

        await().until(() -> webhooks.at("/voice").size() == 3);
        await().until(() -> webhooks.at("/call-status").size() == 2);

        await().during(Duration.ofMillis(200))
                .until(() -> webhooks.at("/call-status").stream()
                        .allMatch(callback -> callback.caller().equals(spared)
                                || callback.caller().equals(sparedToo)));
    }

    @Test
    void the_same_seed_strikes_the_same_callbacks() {
        List<Integer> first = struckOfFortyCalls(7);
        List<Integer> again = struckOfFortyCalls(7);
        List<Integer> other = struckOfFortyCalls(8);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first).hasSizeBetween(8, 32);
    }

    /** Which calls, counted from 0, lost their last callback when every other one is dropped by chance. */
    private static List<Integer> struckOfFortyCalls(int seed) {
        webhooks.reset();
        webhooks.twiml("/voice", "<Hangup/>");
        simulator.set("{\"seed\":" + seed
                + ",\"callbacks\":{\"dropped\":[{\"kinds\":[\"call-status\"],\"probability\":0.5}]}}");
        List<String> callSids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            callSids.add(simulator.placeCall());
        }
        await().until(() ->
                callSids.stream().allMatch(callSid -> simulator.status(callSid).equals("completed")));
        // All that was not dropped has left by now; a call without a fault, placed last, comes after it.
        simulator.set("{}");
        String last = simulator.placeCall();
        await().until(() -> webhooks.at("/call-status").stream()
                .anyMatch(callback -> callback.caller().equals(last)));
        List<String> told =
                webhooks.at("/call-status").stream().map(Received::caller).toList();
        List<Integer> struck = new ArrayList<>();
        for (int i = 0; i < callSids.size(); i++) {
            if (Collections.frequency(told, callSids.get(i)) == 0) {
                struck.add(i);
            }
        }
        return struck;
    }

    /** Ann is rung and answers, and the caller hangs up; returns once all has been told. */
    private static void answeredAndOver() {
        connect("ann");
        webhooks.twiml("/voice", DIAL);
        String callSid = simulator.placeCall();
        await().until(() -> simulator.device("ann", "accept").status() == 200);
        await().until(() -> simulator.bridges(callSid).equals(List.of("ann")));
        simulator.post("/simulator/calls/" + callSid + "/hang-up");
        await().until(() -> statuses("/client-status").contains("completed"));
        await().until(() -> statuses("/call-status").contains("completed"));
    }

    private static List<String> statuses(String path) {
        return webhooks.at(path).stream()
                .map(callback -> callback.get("CallStatus"))
                .toList();
    }
}
