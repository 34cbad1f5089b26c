package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");
    private final Browser bob = gateway.signedIn("bob");

    @BeforeEach
    void both_are_available() {
        ann.send("PUT", "/api/me/availability", Map.of("status", "available"));
        bob.send("PUT", "/api/me/availability", Map.of("status", "available"));
    }

    @Test
    void shows_a_ringing_call_and_its_caller() {
        String call = gateway.incomingCall("+15550100");

        var shown = ann.call(call);

        assertThat(shown.path("from").asString()).isEqualTo("+15550100");
        assertThat(shown.path("fromName").asString()).isEqualTo("Some Body");
        assertThat(shown.path("to").asString()).isEqualTo("+15550001");
        assertThat(shown.path("offeredTo").toString()).isEqualTo("[\"ann\",\"bob\"]");
        assertThat(shown.path("agentId").isNull()).isTrue();
        assertThat(shown.path("answeredAt").isNull()).isTrue();
        assertThat(shown.has("callControlFailed")).isFalse();
        assertThat(ann.agent("bob").path("offeredCallSids").toString()).contains(call);
    }

    @Test
    void the_board_shows_a_claim_as_soon_as_it_is_granted() {
        String call = gateway.incomingCall("+15550101");

        Browser.Answer claim = ann.send("POST", "/api/calls/" + call + "/claim");

        assertThat(claim.status()).isEqualTo(200);
        assertThat(claim.text("callSid")).isEqualTo(call);
        assertThat(claim.text("claimedBy")).isEqualTo("ann");
        assertThat(claim.json().path("sequence").asLong()).isPositive();
        assertThat(ann.call(call).path("state").asString()).isEqualTo("active");
        assertThat(ann.call(call).path("agentId").asString()).isEqualTo("ann");
        assertThat(ann.call(call).path("connecting").asBoolean()).isTrue();
    }

    @Test
    void refuses_the_second_claim_and_names_the_winner() {
        String call = gateway.incomingCall("+15550102");
        ann.send("POST", "/api/calls/" + call + "/claim");

        Browser.Answer second = bob.send("POST", "/api/calls/" + call + "/claim", Map.of());

        second.refusedWith(409, "already-claimed");
        assertThat(second.text("claimedBy")).isEqualTo("ann");
    }

    @Test
    void answers_a_claim_of_a_call_that_is_over_with_gone() {
        String call = gateway.incomingCall("+15550103");
        ann.send("POST", "/api/calls/" + call + "/claim");
        assertThat(ann.send("POST", "/api/calls/" + call + "/hang-up").status()).isEqualTo(200);

        Browser.Answer late = bob.send("POST", "/api/calls/" + call + "/claim");

        late.refusedWith(410, "call-ended");
        assertThat(late.text("claimedBy")).isEqualTo("ann");
        assertThat(ann.call(call).path("state").asString()).isEqualTo("ending");
    }

    @Test
    void declines_for_oneself_alone() {
        String call = gateway.incomingCall("+15550104");

        Browser.Answer answer = ann.send("POST", "/api/calls/" + call + "/decline");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("callSid")).isEqualTo(call);
        assertThat(ann.call(call).path("offeredTo").toString()).isEqualTo("[\"bob\"]");
        assertThat(ann.call(call).path("declinedBy").toString()).isEqualTo("[\"ann\"]");
    }

    @Test
    void lets_nobody_hang_up_somebody_elses_call() {
        String call = gateway.incomingCall("+15550105");
        ann.send("POST", "/api/calls/" + call + "/claim");

        bob.send("POST", "/api/calls/" + call + "/hang-up").refusedWith(403, "not-your-call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAunknown", "no+call", "%20"})
    void knows_no_other_calls(String callSid) {
        ann.send("POST", "/api/calls/" + callSid + "/claim").refusedWith(404, "unknown-call");
    }

    @Test
    void a_click_repeated_with_its_key_gets_its_first_answer() {
        String call = gateway.incomingCall("+15550106");
        Browser.Answer first = ann.sendWith("Idempotency-Key", "key:1", "POST", "/api/calls/" + call + "/claim");
        ann.send("POST", "/api/calls/" + call + "/hang-up");

        Browser.Answer again = ann.sendWith("Idempotency-Key", "key:1", "POST", "/api/calls/" + call + "/claim");
        Browser.Answer ofBob = bob.sendWith("Idempotency-Key", "key:1", "POST", "/api/calls/" + call + "/claim");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        ofBob.refusedWith(410, "call-ended");
    }

    @Test
    void refuses_a_key_that_is_none() {
        Browser.Answer answer = ann.sendWith("Idempotency-Key", "white space", "POST", "/api/calls/CA1/claim");

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void asks_to_come_again_when_nobody_decides_and_the_decision_still_falls() {
        String call = gateway.incomingCall("+15550107");

        gateway.engine().standingStill(() -> {
            Browser.Answer answer = ann.sendWith("Idempotency-Key", "slow", "POST", "/api/calls/" + call + "/claim");
            answer.refusedWith(503, "undecided");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });

        assertThat(ann.sendWith("Idempotency-Key", "slow", "POST", "/api/calls/" + call + "/claim")
                        .text("claimedBy"))
                .isEqualTo("ann");
    }
}
