package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.CallStatus;
import io.switchlog.contract.TwilioCommand.EndCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HistoryApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");
    private final Browser bob = gateway.signedIn("bob");
    private StandInProjection projection;

    @BeforeEach
    void both_are_available() {
        ann.send("PUT", "/api/me/availability", Map.of("status", "available"));
        bob.send("PUT", "/api/me/availability", Map.of("status", "available"));
        projection = gateway.project();
    }

    @AfterEach
    void stop() {
        projection.close();
    }

    @Test
    void a_call_that_is_over_stays_in_history() throws Exception {
        String call = gateway.incomingCall("+15550501");
        ann.send("POST", "/api/calls/" + call + "/claim");
        end(call);

        Browser.Answer answer = bob.send("GET", "/api/calls?number=%2B15550501");

        assertThat(answer.json().path("workspace").asString()).isEqualTo("demo");
        assertThat(answer.json().path("sequence").asLong()).isPositive();
        JsonNode past = answer.json().path("calls").path(0);
        assertThat(past.path("callSid").asString()).isEqualTo(call);
        assertThat(past.path("outcome").asString()).isEqualTo("missed");
        assertThat(past.path("state").asString()).isEqualTo("ended");
        assertThat(past.path("from").asString()).isEqualTo("+15550501");
        assertThat(past.path("fromName").asString()).isEqualTo("Some Body");
        assertThat(past.path("to").asString()).isEqualTo("+15550001");
        assertThat(past.path("endReason").asString()).isEqualTo("caller-leg-ended");
        assertThat(past.path("endedAt").asString()).isNotEmpty();
    }

    @Test
    void calls_are_found_by_number_agent_time_and_outcome() throws Exception {
        String anns = gateway.incomingCall("+15550511");
        ann.send("POST", "/api/calls/" + anns + "/claim");
        String live = gateway.incomingCall("+15550512");
        end(anns);

        assertThat(found("number=15550511")).containsExactly(anns);
        assertThat(found("number=%2B1%20(555)%200511")).containsExactly(anns);
        assertThat(found("number=%2B15550999")).isEmpty();
        assertThat(found("agentId=ann&number=%2B15550511")).containsExactly(anns);
        assertThat(found("agentId=ann&number=%2B15550512")).isEmpty();
        assertThat(found("outcome=live&number=%2B15550512")).containsExactly(live);
        assertThat(found("outcome=missed&number=%2B15550511")).containsExactly(anns);
        assertThat(found("outcome=answered&number=%2B15550511")).isEmpty();
        assertThat(found("number=%2B15550511&to=%2B15550001")).containsExactly(anns);
        assertThat(found("number=%2B15550511&to=%2B15550002")).isEmpty();
        assertThat(found("number=%2B15550511&since=2026-01-01T00:00:00Z")).containsExactly(anns);
        assertThat(found("number=%2B15550511&until=2026-01-01T00:00:00+01:00")).isEmpty();
    }

    @Test
    void a_list_is_read_page_by_page_latest_first() throws Exception {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.addFirst(gateway.incomingCall("+15550521"));
        }
        projection.catchUp();

        List<String> read = new ArrayList<>();
        String query = "number=%2B15550521&limit=2";
        String next = "";
        do {
            JsonNode page = ann.send("GET", "/api/calls?" + query + next).json();
            assertThat(page.path("calls").size()).isLessThanOrEqualTo(2);
            page.path("calls").forEach(call -> read.add(call.path("callSid").asString()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({
        "since=yesterday, since",
        "until=2026-01-01, until",
        "agentId=white%20space, agentId",
        "number=%0A, number",
        "outcome=lost, outcome",
        "limit=0, limit",
        "limit=201, limit",
        "after=x, after",
        "agent=ann, agent"
    })
    void says_which_parameter_is_wrong(String query, String field) {
        assertThat(ann.send("GET", "/api/calls?" + query)
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo(field);
    }

    @Test
    void the_timeline_tells_a_call_in_order_and_who_lost_it_by_how_much() throws Exception {
        String call = gateway.incomingCall("+15550531");
        ann.send("POST", "/api/calls/" + call + "/claim");
        bob.send("POST", "/api/calls/" + call + "/claim").refusedWith(409, "already-claimed");
        ann.send("POST", "/api/calls/" + call + "/park");
        end(call);

        JsonNode timeline = bob.send("GET", "/api/calls/" + call + "/timeline").json();

        assertThat(timeline.path("call").path("callSid").asString()).isEqualTo(call);
        List<String> types = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        timeline.path("events").forEach(event -> {
            types.add(event.path("type").asString());
            texts.add(event.path("text").asString());
        });
        assertThat(types)
                .containsExactly(
                        "CallReceived", "CallRinging", "ClaimGranted", "ClaimRejected", "CallParked", "CallEnded");
        JsonNode lost = timeline.path("events").path(3);
        assertThat(lost.path("lostByMillis").asLong()).isNotNegative();
        assertThat(texts)
                .containsExactly(
                        "Some Body, +15550531, calls +15550001.",
                        "It rings for ann's name and bob's name, for up to 25 s. There is nobody to consider.",
                        "ann's name gets the call by click.",
                        "bob's name does not get the call: ann's name was "
                                + lost.path("lostByMillis").asLong() + " ms faster.",
                        "The caller waits in the parking lot; ann's name parked the call.",
                        "The call is over: the caller's line has ended.");
        assertThat(lost.path("request").path("text").asString()).isEqualTo("bob's name clicks on Answer");
        assertThat(lost.path("request").path("actor").path("id").asString()).isEqualTo("bob");
        JsonNode parked = timeline.path("events").path(4);
        assertThat(parked.path("asksTwilio").asString()).isEqualTo("redirect");
        assertThat(timeline.path("events").path(0).path("data").path("from").asString())
                .isEqualTo("+15550531");
        assertThat(timeline.toString()).doesNotContain("ciphertext", "pseudonym");
    }

    @Test
    void a_call_that_nobody_knows_has_no_timeline() {
        ann.send("GET", "/api/calls/CAnone/timeline").refusedWith(404, "unknown-call");
    }

    @Test
    void without_read_models_there_is_no_history_for_the_moment() {
        projection.close();
        try {
            ann.send("GET", "/api/calls").refusedWith(503, "history-away");
            ann.send("GET", "/api/voicemails").refusedWith(503, "history-away");
            ann.send("GET", "/api/calls/CA1/timeline").refusedWith(503, "history-away");
        } finally {
            projection = gateway.project();
        }
    }

    @Test
    void who_is_not_signed_in_sees_no_history() {
        gateway.browser().send("GET", "/api/calls").refusedWith(401, "not-signed-in");
        gateway.browser().send("GET", "/api/calls/CA1/timeline").refusedWith(401, "not-signed-in");
    }

    private void end(String call) throws Exception {
        gateway.twilioTells(new EndCall(call, CallStatus.COMPLETED, null));
        await().until(() -> ann.call(call).isMissingNode() && ann.parked(call).isMissingNode());
        projection.catchUp();
    }

    private List<String> found(String query) {
        List<String> callSids = new ArrayList<>();
        ann.send("GET", "/api/calls?" + query)
                .json()
                .path("calls")
                .forEach(call -> callSids.add(call.path("callSid").asString()));
        return callSids;
    }
}
