package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the switches make go wrong with Twilio's REST. */
class RestFaultsTest extends RunningSimulator {
    private static final Map<String, String> HANG_UP = Map.of("Status", "completed");

    private String callSid = "";

    @BeforeEach
    void a_caller_on_hold() {
        webhooks.twiml("/voice", "<Play loop='0'>http://localhost/hold.mp3</Play>");
        callSid = simulator.placeCall();
        await().until(() -> simulator.status(callSid).equals("in-progress"));
    }

    @Test
    void too_many_requests_is_error_20429_and_nothing_is_done() {
        simulator.set("{\"rest\":{\"tooMany\":[{\"count\":1}]}}");

        assertError(simulator.update(callSid, HANG_UP), 429, 20429);

        assertThat(simulator.status(callSid)).isEqualTo("in-progress");
        assertThat(simulator.update(callSid, HANG_UP).status()).isEqualTo(200);
        assertThat(simulator.status(callSid)).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({"500, 20500", "503, 20503"})
    void a_failure_may_come_before_anything_is_done(int status, int code) {
        simulator.set("{\"rest\":{\"failing\":[{\"status\":" + status + "}]}}");

        assertError(simulator.update(callSid, HANG_UP), status, code);

        assertThat(simulator.status(callSid)).isEqualTo("in-progress");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void a_failure_may_come_after_all_is_done(int status) {
        simulator.set("{\"rest\":{\"failing\":[{\"status\":" + status + ",\"processed\":true}]}}");

        assertError(simulator.update(callSid, HANG_UP), status, 20_000 + status);

        assertThat(simulator.status(callSid)).isEqualTo("completed");
    }

    @Test
    void an_unanswered_request_may_have_been_obeyed() {
        simulator.set("{\"rest\":{\"unanswered\":[{\"processed\":true,\"millis\":400}]}}");

        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> simulator.update(callSid, HANG_UP));

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(answer).isNotDone();
        assertError(answer.join(), 504, 20504);
    }

    @Test
    void an_unanswered_request_may_have_been_lost() {
        simulator.set("{\"rest\":{\"unanswered\":[{\"millis\":200}]}}");

        assertError(simulator.update(callSid, HANG_UP), 504, 20504);

        assertThat(simulator.status(callSid)).isEqualTo("in-progress");
    }

    @Test
    void a_late_request_is_obeyed_after_that_time() {
        simulator.set("{\"rest\":{\"late\":[{\"millis\":300}]}}");
        long started = System.nanoTime();

        assertThat(simulator.update(callSid, HANG_UP).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_calls_own_trouble_is_not_another_calls() {
        String other = simulator.placeCall();
        simulator.setOf(callSid, "{\"rest\":{\"tooMany\":[{}]}}");

        assertThat(simulator
                        .rest("GET", "/Calls/" + callSid + ".json", Map.of())
                        .status())
                .isEqualTo(429);
        assertThat(simulator.rest("GET", "/Calls/" + other + ".json", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void nobody_without_the_token_gets_as_far_as_the_trouble() {
        simulator.set("{\"rest\":{\"tooMany\":[{}]}}");

        assertError(simulator.rest("GET", "/Calls/" + callSid + ".json", Map.of(), "wrong"), 401, 20003);
    }

    @Test
    void trouble_with_rest_leaves_the_simulators_own_api_alone() {
        simulator.set("{\"rest\":{\"failing\":[{}]}}");

        assertThat(simulator.get("/simulator/calls/" + callSid).status()).isEqualTo(200);
    }

    private static void assertError(Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asInt()).isEqualTo(code);
        assertThat(answer.json().get("message").asString()).isNotEmpty();
        assertThat(answer.json().get("more_info").asString()).endsWith("/" + code);
    }
}
