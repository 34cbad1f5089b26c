package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Http;
import org.junit.jupiter.api.Test;

/** One agent hands a call to another. */
class TransferTest extends AcceptanceTest {

    @Test
    void a_transfer_that_is_answered_goes_to_its_target_and_the_first_agent_is_reserved_until_then() {
        available(ann, bob);
        String call = talkingCall("+15551101", ann);

        assertThat(ann.transfers(call, "bob").status()).isEqualTo(200);

        assertThat(stateOf(call)).isEqualTo("transferring");
        assertThat(ann.call(call).path("agentId").asString()).isEqualTo("bob");
        assertThat(ann.call(call).path("transferredBy").asString()).isEqualTo("ann");
        assertThat(ann.agent("ann").path("state").asString()).isEqualTo("reserved");
        assertThat(ann.agent("ann").path("reservedCallSids").path(0).asString()).isEqualTo(call);
        available(carol);
        String next = ringingCall("+15551102", carol);
        assertThat(offeredTo(next)).as("ann is reserved, bob is rung").containsExactly("carol");
        eventually("ann's leg has ended", () -> phones.connected(call).isEmpty());
        assertThat(phones.rings("carol", call)).isFalse();

        picksUp(bob, call);

        assertThat(phones.bridges(call)).containsExactly("ann", "bob");
        eventually(
                "ann is not reserved any more",
                () -> ann.agent("ann").path("reservedCallSids").isEmpty());
    }

    @Test
    void a_transfer_that_is_declined_by_click_rings_the_first_agent_again() {
        available(ann, bob);
        String call = talkingCall("+15551103", ann);
        ann.transfers(call, "bob");
        eventually("bob's device rings", () -> phones.rings("bob", call));

        assertThat(bob.declines(call).status()).isEqualTo(200);

        eventually("bob's device is silent", () -> !phones.rings("bob", call));
        picksUp(ann, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "ann");
        isFree(bob);
    }

    @Test
    void a_transfer_that_is_rejected_at_the_device_rings_the_first_agent_again() {
        available(ann, bob);
        String call = talkingCall("+15551104", ann);
        ann.transfers(call, "bob");

        eventually("bob's device rejects it", () -> phones.reject("bob", call).status() == 200);

        picksUp(ann, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "ann");
        isFree(bob);
    }

    @Test
    void a_target_who_goes_away_meanwhile_gives_the_call_back() {
        available(ann, bob);
        String call = talkingCall("+15551105", ann);
        ann.transfers(call, "bob");

        bob.says("away");

        picksUp(ann, call);
        isFree(bob);
    }

    @Test
    void nothing_is_transferred_to_the_busy_the_absent_the_unknown_and_oneself() {
        available(ann);
        String call = talkingCall("+15551106", ann);
        available(bob);
        talkingCall("+15551107", bob);

        Http.Answer busy = ann.transfers(call, "bob");
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.text("reason")).isEqualTo("agent-busy");
        assertThat(ann.transfers(call, "carol").text("reason")).isEqualTo("agent-unavailable");
        assertThat(ann.transfers(call, "nobody").status()).isBetween(400, 499);
        assertThat(ann.transfers(call, "ann").status()).isBetween(400, 499);

        talks(ann, call);
        assertThat(phones.bridges(call)).containsExactly("ann");
    }

    @Test
    void only_who_talks_may_park_or_transfer() {
        available(ann, carol);
        String call = ringingCall("+15551108", ann);
        assertThat(ann.claims(call).status()).isEqualTo(200);
        assertThat(ann.transfers(call, "carol").text("reason")).isEqualTo("connecting");
        assertThat(ann.parks(call).text("reason")).isEqualTo("connecting");
        picksUp(ann, call);

        assertThat(carol.parks(call).status()).isBetween(400, 499);
        assertThat(carol.transfers(call, "carol").status()).isBetween(400, 499);
        talks(ann, call);
    }

    @Test
    void a_caller_who_hangs_up_amidst_a_transfer_leaves_nobody_reserved() {
        available(ann, bob);
        String call = talkingCall("+15551109", ann);
        ann.transfers(call, "bob");
        eventually("bob's device rings", () -> phones.rings("bob", call));

        phones.hangUp(call);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        isFree(ann, bob);
        assertThat(phones.isIdle("bob")).isTrue();
    }

    @Test
    void a_chain_of_transfers_ends_with_the_last_agent() {
        available(ann, bob, carol);
        String call = ringingCall("+15551110", ann);
        ann.claims(call);
        picksUp(ann, call);

        assertThat(ann.transfers(call, "bob").status()).isEqualTo(200);
        picksUp(bob, call);
        assertThat(bob.transfers(call, "carol").status()).isEqualTo(200);
        picksUp(carol, call);

        assertThat(phones.bridges(call)).containsExactly("ann", "bob", "carol");
        isFree(ann, bob);
        assertThat(carol.hangsUp(call).status()).isEqualTo(200);
        eventually("it is over", () -> stateOf(call).equals("gone"));
        isFree(carol);
    }
}
