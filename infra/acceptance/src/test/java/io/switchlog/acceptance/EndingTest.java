package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.BoardStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls end, by whomever, and leave nobody behind. */
class EndingTest extends AcceptanceTest {

    @Test
    void a_caller_who_hangs_up_while_ringing_stops_every_phone() {
        available(ann, bob);
        String call = ringingCall("+15550301", ann, bob);

        phones.hangUp(call);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        assertThat(phones.rings("ann", call)).isFalse();
        assertThat(ann.agent("ann").path("state").asString()).isEqualTo("available");
        assertThat(ann.agent("bob").path("offeredCallSids").isEmpty()).isTrue();
        assertThat(ann.claims(call).status()).isEqualTo(410);
    }

    @Test
    void a_caller_who_left_before_twilio_told_us_of_the_call_rings_nobody() {
        available(ann);
        phones.throwSwitches("{\"callbacks\":{\"late\":[{\"kinds\":[\"voice\"],\"millis\":1000}]}}");
        try (BoardStream stream = BoardStream.open(carol, null)) {
            String left = phones.call("+15550390");
            phones.hangUp(left);
            String next = ringingCall("+15550391", ann);

            eventually("the next call, told of later, rings", () -> stream.isTold("CallRinging", next));
            assertThat(stream.isTold("CallEnded", left)).isTrue();
            assertThat(stream.isTold("CallRinging", left)).isFalse();
        }
    }

    @Test
    void the_winner_hangs_up_and_is_free_for_the_next_call() {
        available(ann);
        String call = ringingCall("+15550302", ann);
        ann.claims(call);
        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));

        assertThat(ann.hangsUp(call).status()).isEqualTo(200);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        assertThat(ann.agent("ann").path("callSids").isEmpty()).isTrue();
        eventually(
                "Twilio has ended it",
                () -> phones.truth(call).path("status").asString("").equals("completed"));
        String next = ringingCall("+15550303", ann);
        assertThat(ann.claims(next).status()).isEqualTo(200);
    }

    @Test
    void only_the_holder_or_a_supervisor_hangs_up() {
        available(ann, bob);
        String call = ringingCall("+15550304", ann, bob);
        ann.claims(call);

        assertThat(bob.hangsUp(call).status()).isEqualTo(403);
        assertThat(stateOf(call)).isEqualTo("active");
        assertThat(sam.hangsUp(call).status()).isEqualTo(200);
        eventually("it is off the board", () -> stateOf(call).equals("gone"));
    }

    @Test
    void the_caller_hangs_up_in_a_conversation() {
        available(ann);
        String call = ringingCall("+15550305", ann);
        ann.claims(call);
        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));

        phones.hangUp(call);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        assertThat(ann.agent("ann").path("state").asString()).isEqualTo("available");
    }

    @Test
    void when_the_winners_device_dies_between_claim_and_bridge_the_others_are_rung() {
        available(ann, bob);
        String call = ringingCall("+15550306", ann, bob);
        phones.disconnect("ann");
        assertThat(ann.claims(call).status()).isEqualTo(200);
        assertThat(offeredTo(call)).isEmpty();

        eventually("bob is rung again", () -> offeredTo(call).equals(List.of("bob")));
        eventually("on his device as well", () -> phones.rings("bob", call));
        assertThat(ann.agent("ann").path("callSids").isEmpty()).isTrue();
        assertThat(bob.claims(call).status()).isEqualTo(200);
        phones.accept("bob", call);
        eventually("bob talks", () -> phones.bridgedTo(call).equals("bob"));
        assertThat(phones.bridges(call)).containsExactly("bob");
    }

    @Test
    void when_the_only_claimants_device_dies_the_caller_leaves_a_message() {
        available(ann);
        String call = ringingCall("+15550307", ann);
        phones.disconnect("ann");
        ann.claims(call);

        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
    }

    @Test
    void a_call_that_nobody_knows_is_not_found() {
        String nobodys = "CA" + "0".repeat(32);
        assertThat(ann.claims(nobodys).status()).isEqualTo(404);
        assertThat(ann.declines(nobodys).status()).isEqualTo(404);
        assertThat(ann.hangsUp(nobodys).status()).isEqualTo(404);
    }
}
