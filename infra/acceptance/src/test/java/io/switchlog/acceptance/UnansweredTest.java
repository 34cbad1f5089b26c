package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call is handed to somebody who does not take it. */
class UnansweredTest extends AcceptanceTest {

    @BeforeEach
    void nobodyIsWaitedForLong() {
        settings(Map.of("ringTimeoutSeconds", 5, "connectTimeoutSeconds", 5));
    }

    @Test
    void a_retrieved_call_that_is_not_answered_is_back_in_its_old_place() {
        available(ann);
        String first = talkingCall("+15551201", ann);
        ann.parks(first);
        String second = talkingCall("+15551202", ann);
        ann.parks(second);
        String parkedAt = ann.call(first).path("parkedAt").asString();

        assertThat(bob.retrieves(first).status()).isEqualTo(200);
        assertThat(ann.lot()).containsExactly(second);
        eventually("bob's device rings", () -> phones.rings("bob", first));

        eventually("it is parked again", () -> stateOf(first).equals("parked"));
        assertThat(ann.lot()).containsExactly(first, second);
        assertThat(ann.call(first).path("parkedAt").asString()).isEqualTo(parkedAt);
        hearsMusic(first);
        assertThat(phones.rings("bob", first)).isFalse();
        isFree(bob);
    }

    @Test
    void a_call_from_the_lot_that_is_declined_is_back_there_at_once() {
        available(ann);
        String call = talkingCall("+15551203", ann);
        ann.parks(call);
        available(bob);
        assertThat(ann.retrievesFor(call, "bob").status()).isEqualTo(200);
        eventually("bob's device rings", () -> phones.rings("bob", call));

        assertThat(bob.declines(call).status()).isEqualTo(200);
        assertThat(ann.lot()).containsExactly(call);
        hearsMusic(call);

        assertThat(ann.retrievesFor(call, "bob").status()).isEqualTo(200);
        eventually("bob's device rejects it", () -> phones.reject("bob", call).status() == 200);
        eventually("it is parked again", () -> ann.lot().equals(List.of(call)));
        hearsMusic(call);
        isFree(bob);
    }

    @Test
    void a_device_that_is_not_there_leaves_the_call_in_the_lot() {
        available(ann);
        String call = talkingCall("+15551204", ann);
        ann.parks(call);
        phones.disconnect("bob");

        assertThat(bob.retrieves(call).status()).isEqualTo(200);

        eventually("it is parked again", () -> ann.lot().equals(List.of(call)));
        hearsMusic(call);
        isFree(bob);
    }

    @Test
    void a_transfer_that_nobody_answers_rings_the_first_agent_again_and_ends_in_the_lot() {
        available(ann, bob);
        String call = talkingCall("+15551205", ann);
        assertThat(ann.transfers(call, "bob").status()).isEqualTo(200);
        eventually("bob's device rings", () -> phones.rings("bob", call));

        eventually("ann is rung again", () -> phones.rings("ann", call));
        assertThat(stateOf(call)).isEqualTo("transferring");
        assertThat(ann.call(call).path("agentId").asString()).isEqualTo("ann");
        isFree(bob);

        eventually("it is parked", () -> ann.lot().equals(List.of(call)));
        assertThat(ann.call(call).path("parkedBy").asString()).isEqualTo("ann");
        hearsMusic(call);
        isFree(ann);
    }

    @Test
    void a_forgotten_call_that_nobody_answers_stays_in_the_lot_and_never_gets_voicemail() {
        settings(Map.of("parkTimeoutSeconds", 10));
        available(ann);
        String call = talkingCall("+15551206", ann);
        ann.parks(call);
        String parkedAt = ann.call(call).path("parkedAt").asString();

        eventually("it rings for ann", () -> phones.rings("ann", call));
        eventually("it is parked again", () -> ann.lot().equals(List.of(call)));

        assertThat(ann.call(call).path("forgotten").asBoolean()).isTrue();
        assertThat(ann.call(call).path("parkedAt").asString()).isEqualTo(parkedAt);
        hearsMusic(call);
        assertThat(phones.heard(call)).doesNotContain("record");
    }
}
