package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");
    private final Browser bob = gateway.signedIn("bob");

    @BeforeEach
    void both_are_available() {
        ann.send("PUT", "/api/me/availability", Map.of("status", "available"));
        bob.send("PUT", "/api/me/availability", Map.of("status", "available"));
    }

    @Test
    void a_parked_call_is_in_the_lot_and_nowhere_else() {
        String call = annsCall("+15550300");

        Browser.Answer parked = ann.send("POST", "/api/calls/" + call + "/park");

        assertThat(parked.status()).isEqualTo(200);
        assertThat(parked.text("callSid")).isEqualTo(call);
        assertThat(parked.text("parkedBy")).isEqualTo("ann");
        assertThat(parked.json().path("sequence").asLong()).isPositive();
        var shown = bob.parked(call);
        assertThat(shown.path("state").asString()).isEqualTo("parked");
        assertThat(shown.path("parkedBy").asString()).isEqualTo("ann");
        assertThat(shown.path("parkedAt").asString())
                .isEqualTo(shown.path("since").asString());
        assertThat(shown.path("forgotten").asBoolean(true)).isFalse();
        assertThat(shown.path("agentId").isNull()).isTrue();
        assertThat(bob.call(call).isMissingNode()).isTrue();
        assertThat(ann.agent("ann").path("callSids").toString()).doesNotContain(call);
    }

    @Test
    void who_asks_for_a_parked_call_gets_it() {
        String call = parkedCall("+15550301");

        Browser.Answer retrieved = bob.send("POST", "/api/calls/" + call + "/retrieve");

        assertThat(retrieved.status()).isEqualTo(200);
        assertThat(retrieved.text("agentId")).isEqualTo("bob");
        assertThat(bob.parked(call).isMissingNode()).isTrue();
        assertThat(bob.call(call).path("state").asString()).isEqualTo("active");
        assertThat(bob.call(call).path("connecting").asBoolean()).isTrue();
        assertThat(bob.call(call).path("parkedBy").asString()).isEqualTo("ann");
    }

    @Test
    void an_empty_body_means_oneself_too() {
        String call = parkedCall("+15550302");

        assertThat(bob.send("POST", "/api/calls/" + call + "/retrieve", Map.of())
                        .text("agentId"))
                .isEqualTo("bob");
    }

    @Test
    void a_parked_call_can_be_handed_to_a_colleague() {
        String call = parkedCall("+15550303");

        Browser.Answer retrieved = ann.send("POST", "/api/calls/" + call + "/retrieve", Map.of("agentId", "bob"));

        assertThat(retrieved.text("agentId")).isEqualTo("bob");
        assertThat(ann.call(call).path("state").asString()).isEqualTo("transferring");
        assertThat(ann.call(call).path("agentId").asString()).isEqualTo("bob");
        assertThat(ann.call(call).path("transferredBy").asString()).isEqualTo("ann");
        assertThat(ann.call(call).path("offeredTo").toString()).isEqualTo("[\"bob\"]");
        assertThat(ann.agent("ann").path("reservedCallSids").toString()).doesNotContain(call);
    }

    @Test
    void a_transferred_call_rings_for_its_target_and_reserves_who_had_it() {
        String call = annsCall("+15550304");

        Browser.Answer transferred = ann.send("POST", "/api/calls/" + call + "/transfer", Map.of("agentId", "bob"));

        assertThat(transferred.status()).isEqualTo(200);
        assertThat(transferred.text("callSid")).isEqualTo(call);
        assertThat(transferred.text("agentId")).isEqualTo("bob");
        assertThat(transferred.json().path("sequence").asLong()).isPositive();
        assertThat(ann.call(call).path("state").asString()).isEqualTo("transferring");
        assertThat(ann.agent("ann").path("reservedCallSids").toString()).contains(call);
        assertThat(ann.agent("bob").path("offeredCallSids").toString()).contains(call);
    }

    @Test
    void a_click_repeated_with_its_key_gets_its_first_answer() {
        String call = annsCall("+15550305");

        Browser.Answer first = ann.sendWith("Idempotency-Key", "park:1", "POST", "/api/calls/" + call + "/park");
        bob.send("POST", "/api/calls/" + call + "/retrieve");
        Browser.Answer again = ann.sendWith("Idempotency-Key", "park:1", "POST", "/api/calls/" + call + "/park");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void says_why_a_call_cannot_be_handed_over() {
        String ringing = gateway.incomingCall("+15550306");
        String held = annsCall("+15550307");

        ann.send("POST", "/api/calls/" + ringing + "/park").refusedWith(409, "not-active");
        ann.send("POST", "/api/calls/" + ringing + "/retrieve").refusedWith(409, "not-parked");
        bob.send("POST", "/api/calls/" + held + "/park").refusedWith(403, "not-your-call");
        ann.send("POST", "/api/calls/CAnone/transfer", Map.of("agentId", "bob")).refusedWith(404, "unknown-call");
        ann.send("POST", "/api/calls/" + held + "/transfer", Map.of("agentId", "nobody"))
                .refusedWith(409, "unknown-agent");
        bob.send("PUT", "/api/me/availability", Map.of("status", "away"));
        ann.send("POST", "/api/calls/" + held + "/transfer", Map.of("agentId", "bob"))
                .refusedWith(409, "agent-unavailable");
        assertThat(ann.call(held).path("state").asString()).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"agentId\":null}",
                "{\"agentId\":\"\"}",
                "{\"agentId\":\"white space\"}",
                "{\"agentId\":7}"
            })
    void a_transfer_names_its_target(String body) {
        String call = annsCall("+15550308");

        Browser.Answer answer = ann.send("POST", "/api/calls/" + call + "/transfer", body, "application/json");

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo("agentId");
        assertThat(ann.call(call).path("state").asString()).isEqualTo("active");
    }

    @Test
    void a_transfer_without_a_body_names_no_target() {
        assertThat(ann.send("POST", "/api/calls/CA1/transfer")
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo("agentId");
    }

    @Test
    void a_retrieve_takes_no_other_fields_and_no_other_bodies() {
        String call = parkedCall("+15550309");

        assertThat(bob.send("POST", "/api/calls/" + call + "/retrieve", Map.of("agent", "ann"))
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo("agent");
        bob.send("POST", "/api/calls/" + call + "/retrieve", "agentId=ann", "application/x-www-form-urlencoded")
                .refusedWith(415, "unsupported-media-type");
        bob.send("POST", "/api/calls/" + call + "/retrieve", "[", "application/json")
                .refusedWith(400, "malformed-json");
        assertThat(bob.parked(call).path("state").asString()).isEqualTo("parked");
    }

    private String annsCall(String number) {
        String call = gateway.incomingCall(number);
        ann.send("POST", "/api/calls/" + call + "/claim");
        return call;
    }

    private String parkedCall(String number) {
        String call = annsCall(number);
        ann.send("POST", "/api/calls/" + call + "/park");
        return call;
    }
}
