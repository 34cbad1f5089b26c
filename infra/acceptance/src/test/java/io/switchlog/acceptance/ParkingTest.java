package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls in the parking lot: how they come there, who fetches them, and what becomes of those that nobody fetches. */
class ParkingTest extends AcceptanceTest {

    @Test
    void ann_parks_and_bob_retrieves() {
        available(ann);
        String call = talkingCall("+15551001", ann);
        available(bob, carol);

        assertThat(ann.parks(call).status()).isEqualTo(200);

        assertThat(bob.call(call).path("state").asString()).isEqualTo("parked");
        assertThat(bob.call(call).path("parkedBy").asString()).isEqualTo("ann");
        assertThat(bob.lot()).containsExactly(call);
        assertThat(bob.board().path("calls").isEmpty())
                .as("a call is shown in one place")
                .isTrue();
        assertThat(ann.agent("ann").path("state").asString()).isEqualTo("available");
        hearsMusic(call);

        assertThat(bob.retrieves(call).status()).isEqualTo(200);

        assertThat(ann.lot()).isEmpty();
        assertThat(ann.call(call).path("agentId").asString()).isEqualTo("bob");
        eventually("bob's device rings", () -> phones.rings("bob", call));
        assertThat(phones.rings("ann", call)).isFalse();
        assertThat(phones.rings("carol", call)).isFalse();
        picksUp(bob, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "bob");

        phones.hangUp(call);
        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        isFree(ann, bob, carol);
    }

    @Test
    void a_call_goes_by_the_lot_over_three_agents() {
        available(ann);
        String call = talkingCall("+15551002", ann);

        ann.parks(call);
        assertThat(bob.retrieves(call).status()).isEqualTo(200);
        picksUp(bob, call);
        assertThat(bob.parks(call).status()).isEqualTo(200);
        assertThat(ann.call(call).path("parkedBy").asString()).isEqualTo("bob");
        assertThat(carol.retrieves(call).status()).isEqualTo(200);
        picksUp(carol, call);

        assertThat(phones.bridges(call)).containsExactly("ann", "bob", "carol");
        assertThat(phones.connected(call)).containsExactly("carol");
        isFree(ann, bob);
    }

    @Test
    void three_agents_park_at_once_and_each_retrieves_anothers_call() {
        available(ann);
        String anns = talkingCall("+15551003", ann);
        available(bob);
        String bobs = talkingCall("+15551004", bob);
        available(carol);
        String carols = talkingCall("+15551005", carol);

        atOnce(List.of(() -> ann.parks(anns), () -> bob.parks(bobs), () -> carol.parks(carols)));
        assertThat(ann.lot()).containsExactlyInAnyOrder(anns, bobs, carols);
        List<Http.Answer> retrieved =
                atOnce(List.of(() -> bob.retrieves(anns), () -> carol.retrieves(bobs), () -> ann.retrieves(carols)));

        assertThat(retrieved).extracting(Http.Answer::status).containsOnly(200);
        picksUp(bob, anns);
        picksUp(carol, bobs);
        picksUp(ann, carols);
        assertThat(phones.bridges(anns)).containsExactly("ann", "bob");
        assertThat(phones.bridges(bobs)).containsExactly("bob", "carol");
        assertThat(phones.bridges(carols)).containsExactly("carol", "ann");
        assertThat(ann.lot()).isEmpty();
    }

    @Test
    void parking_frees_an_agent_for_the_next_call_while_another_rings() {
        available(ann);
        String first = talkingCall("+15551006", ann);
        available(bob);
        String second = ringingCall("+15551007", bob);

        assertThat(ann.parks(first).status()).isEqualTo(200);

        assertThat(offeredTo(second)).contains("bob");
        hearsMusic(first);
        assertThat(phones.rings("bob", second)).as("the other call rings on").isTrue();
        assertThat(bob.claims(second).status()).isEqualTo(200);
        picksUp(bob, second);
        String third = ringingCall("+15551008", ann);
        assertThat(ann.claims(third).status()).isEqualTo(200);
        picksUp(ann, third);
        assertThat(ann.lot()).containsExactly(first);
    }

    @Test
    void who_retrieves_while_another_call_rings_is_rung_for_that_one_no_more() {
        available(ann);
        String parked = talkingCall("+15551009", ann);
        ann.parks(parked);
        hearsMusic(parked);
        available(bob);
        String ringing = ringingCall("+15551010", ann, bob);

        assertThat(ann.retrieves(parked).status()).isEqualTo(200);

        assertThat(offeredTo(ringing)).containsExactly("bob");
        assertThat(ann.claims(ringing).status()).isEqualTo(409);
        picksUp(ann, parked);
        assertThat(bob.claims(ringing).status()).isEqualTo(200);
        picksUp(bob, ringing);
        assertThat(phones.bridges(ringing)).containsExactly("bob");
    }

    @Test
    void of_two_who_reach_for_the_same_parked_call_one_wins_and_the_other_is_told_who() {
        available(ann);
        String call = talkingCall("+15551011", ann);
        ann.parks(call);

        List<Http.Answer> answers = atOnce(List.of(() -> bob.retrieves(call), () -> carol.retrieves(call)));

        assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean bobWins = answers.getFirst().status() == 200;
        Http.Answer refused = bobWins ? answers.getLast() : answers.getFirst();
        assertThat(refused.text("claimedBy")).isEqualTo(bobWins ? "bob" : "carol");
        picksUp(bobWins ? bob : carol, call);
        assertThat(phones.rings(bobWins ? "carol" : "bob", call)).isFalse();
        isFree(bobWins ? carol : bob);
    }

    @Test
    void a_parked_call_is_handed_to_another_agent_and_rings_there_alone() {
        available(ann);
        String call = talkingCall("+15551012", ann);
        ann.parks(call);
        available(bob, carol);

        assertThat(ann.retrievesFor(call, "bob").status()).isEqualTo(200);

        assertThat(stateOf(call)).isEqualTo("transferring");
        assertThat(offeredTo(call)).containsExactly("bob");
        assertThat(ann.call(call).path("transferredBy").asString()).isEqualTo("ann");
        isFree(ann, carol);
        picksUp(bob, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "bob");
    }

    @Test
    void who_is_away_or_busy_is_handed_nothing() {
        available(ann);
        String parked = talkingCall("+15551013", ann);
        ann.parks(parked);

        assertThat(ann.retrievesFor(parked, "bob").text("reason")).isEqualTo("agent-unavailable");
        ann.says("away");
        available(carol);
        talkingCall("+15551014", carol);
        assertThat(ann.retrievesFor(parked, "carol").text("reason")).isEqualTo("agent-busy");
        assertThat(ann.lot()).containsExactly(parked);
    }

    @Test
    void a_parked_caller_who_hangs_up_vanishes_everywhere() {
        available(ann);
        String call = talkingCall("+15551015", ann);
        ann.parks(call);
        hearsMusic(call);

        phones.hangUp(call);

        eventually(
                "it is in nobody's lot",
                () -> bob.lot().isEmpty() && stateOf(call).equals("gone"));
        assertThat(bob.retrieves(call).status()).isEqualTo(410);
        isFree(ann);
    }

    @Test
    void any_agent_removes_a_parked_call_and_a_supervisor_any_call_and_nobody_else_that_of_others() {
        available(ann);
        String parked = talkingCall("+15551016", ann);
        assertThat(bob.hangsUp(parked).status()).isEqualTo(403);
        ann.parks(parked);
        assertThat(bob.hangsUp(parked).status()).isEqualTo(200);
        eventually("Twilio has ended it", () -> phones.statusOf(parked).equals("completed"));
        isFree(ann);

        String talking = talkingCall("+15551017", ann);
        assertThat(sam.hangsUp(talking).status()).isEqualTo(200);
        eventually("Twilio has ended that, too", () -> phones.statusOf(talking).equals("completed"));
        eventually("nothing is left", () -> ann.board().path("calls").isEmpty());
        isFree(ann);
    }

    @Test
    void a_call_parked_for_too_long_rings_the_one_who_parked_it_and_then_everybody() {
        settings(Map.of("parkTimeoutSeconds", 10));
        available(ann);
        String call = talkingCall("+15551018", ann);
        available(bob);
        ann.parks(call);

        eventually("it rings for ann", () -> offeredTo(call).equals(List.of("ann")));
        assertThat(ann.call(call).path("forgotten").asBoolean()).isTrue();
        eventually("on the device as well", () -> phones.rings("ann", call));
        assertThat(ann.declines(call).status()).isEqualTo(200);

        eventually("it rings for bob", () -> offeredTo(call).equals(List.of("bob")));
        assertThat(bob.claims(call).status()).isEqualTo(200);
        picksUp(bob, call);
        assertThat(phones.bridges(call)).containsExactly("ann", "bob");
        assertThat(phones.heard(call)).doesNotContain("record");
    }
}
