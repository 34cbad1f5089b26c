package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.BoardStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent's browser and device die: nothing is heard of them any more. */
class LostAgentTest extends AcceptanceTest {

    @AfterEach
    void callsEndWithTheirAgent() {
        settings(Map.of("offerAgainWhenAgentLegEnds", false));
    }

    @Test
    void in_a_call_and_nobody_is_left_on_a_call() {
        available(ann);
        BoardStream screen = BoardStream.open(ann, null);
        String call = talkingCall("+15551301", ann);

        screen.close();
        phones.disconnect("ann");

        eventually("the call is over", () -> stateOf(call).equals("gone"));
        isFree(ann);
    }

    @Test
    void in_a_call_and_the_caller_is_offered_to_the_others_where_a_workspace_wants_it_so() {
        settings(Map.of("offerAgainWhenAgentLegEnds", true));
        available(ann);
        BoardStream screen = BoardStream.open(ann, null);
        String call = talkingCall("+15551302", ann);
        available(bob);

        screen.close();
        phones.disconnect("ann");

        eventually("it rings for bob", () -> phones.rings("bob", call));
        assertThat(bob.claims(call).status()).isEqualTo(200);
        picksUp(bob, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "bob");
        isFree(ann);
    }

    @Test
    void with_a_call_in_the_lot_which_stays_there_for_others() {
        available(ann);
        String call = talkingCall("+15551303", ann);
        ann.parks(call);

        phones.disconnect("ann");
        hearsMusic(call);

        assertThat(bob.retrieves(call).status()).isEqualTo(200);
        picksUp(bob, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "bob");
    }

    @Test
    void amidst_a_transfer_that_comes_to_nothing_and_the_lot_keeps_the_call() {
        available(ann, bob);
        String call = talkingCall("+15551304", ann);
        ann.transfers(call, "bob");
        eventually("bob's device rings", () -> phones.rings("bob", call));

        phones.disconnect("ann");
        assertThat(bob.declines(call).status()).isEqualTo(200);

        eventually("it is parked", () -> bob.lot().equals(List.of(call)));
        hearsMusic(call);
        isFree(ann, bob);
    }

    @Test
    void as_the_target_of_a_transfer_which_goes_back() {
        available(ann, bob);
        String call = talkingCall("+15551305", ann);
        phones.disconnect("bob");

        assertThat(ann.transfers(call, "bob").status()).isEqualTo(200);

        picksUp(ann, call);
        isFree(bob);
    }
}
