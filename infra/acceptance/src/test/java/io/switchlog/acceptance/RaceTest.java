package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Several agents reach for one call. Exactly one gets it, and everybody is told the same name. */
class RaceTest extends AcceptanceTest {

    @Test
    void two_ring_and_one_answers() {
        available(ann, bob);
        String call = ringingCall("+15550101", ann, bob);

        Http.Answer claim = ann.claims(call);

        assertThat(claim.status()).isEqualTo(200);
        assertThat(claim.text("callSid")).isEqualTo(call);
        assertThat(claim.text("claimedBy")).isEqualTo("ann");
        assertThat(claim.json().path("sequence").asLong()).isPositive();
        assertThat(bob.call(call).path("agentId").asString()).isEqualTo("ann");
        assertThat(offeredTo(call)).isEmpty();

        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));
        eventually(
                "the board says so",
                () -> !bob.call(call).path("answeredAt").asString("").isEmpty());
        assertThat(bob.agent("ann").path("state").asString()).isEqualTo("on-call");
    }

    @Test
    void of_two_who_answer_in_the_same_instant_exactly_one_wins_two_hundred_times_over() {
        available(ann, bob);
        int annWon = 0;
        for (int round = 1; round <= 200; round++) {
            String call = ringingCall("+1555%04d".formatted(round), ann, bob);

            List<Http.Answer> answers =
                    atOnce(shuffledEachRound(round, List.of(() -> ann.claims(call), () -> bob.claims(call))));

            assertThat(answers)
                    .extracting(Http.Answer::status)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(200, 409);
            Http.Answer won = answers.stream()
                    .filter(each -> each.status() == 200)
                    .findFirst()
                    .orElseThrow();
            Http.Answer lost = answers.stream()
                    .filter(each -> each.status() == 409)
                    .findFirst()
                    .orElseThrow();
            String winner = won.text("claimedBy");
            assertThat(lost.text("claimedBy")).isEqualTo(winner);
            assertThat(lost.text("reason")).isEqualTo("already-claimed");
            phones.accept(winner, call);
            eventually("the winner talks", () -> phones.bridgedTo(call).equals(winner));
            phones.hangUp(call);
            eventually("the call is over", () -> stateOf(call).equals("gone"));
            assertThat(phones.bridges(call)).containsExactly(winner);
            annWon += winner.equals("ann") ? 1 : 0;
        }
        assertThat(annWon).as("a race has more than one possible winner").isBetween(1, 199);
    }

    @Test
    void ten_clicks_by_each_change_nothing_about_the_winner() {
        available(ann, bob);
        String call = ringingCall("+15550102", ann, bob);
        List<Callable<Http.Answer>> clicks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clicks.add(() -> ann.claims(call));
            clicks.add(() -> bob.claims(call));
        }

        List<Http.Answer> answers = atOnce(clicks);

        assertThat(answers).filteredOn(each -> each.status() == 200).hasSize(10);
        assertThat(answers).filteredOn(each -> each.status() == 409).hasSize(10);
        assertThat(answers)
                .extracting(each -> each.text("claimedBy"))
                .containsOnly(answers.stream()
                        .filter(each -> each.status() == 200)
                        .findFirst()
                        .orElseThrow()
                        .text("claimedBy"));
        assertThat(answers.stream().filter(each -> each.status() == 200))
                .extracting(each -> each.json().path("sequence").asLong())
                .as("a repeated claim is granted with the same answer")
                .containsOnly(answers.stream()
                        .filter(each -> each.status() == 200)
                        .findFirst()
                        .orElseThrow()
                        .json()
                        .path("sequence")
                        .asLong());
    }

    @Test
    void an_agent_picks_up_without_clicking_and_has_the_call() {
        available(ann, bob);
        String call = ringingCall("+15550103", ann, bob);

        phones.accept("bob", call);

        eventually("bob talks", () -> phones.bridgedTo(call).equals("bob"));
        eventually(
                "the board says so",
                () -> ann.call(call).path("agentId").asString("").equals("bob"));
        assertThat(ann.claims(call).text("claimedBy")).isEqualTo("bob");
    }

    @Test
    void a_losers_device_that_accepts_first_is_hung_up_and_the_winner_is_dialled_alone() {
        available(ann, bob);
        String call = ringingCall("+15550104", ann, bob);
        assertThat(ann.claims(call).status()).isEqualTo(200);

        phones.accept("bob", call);

        eventually("ann alone rings", () -> phones.rings("ann", call) && !phones.rings("bob", call));
        phones.accept("ann", call);
        eventually("ann talks", () -> phones.bridgedTo(call).equals("ann"));
        assertThat(phones.bridges(call)).containsExactly("ann");
        assertThat(stateOf(call)).isEqualTo("active");
    }

    @Test
    void of_two_calls_at_once_each_finds_an_agent() {
        available(ann, bob);
        String first = ringingCall("+15550105", ann, bob);
        String second = ringingCall("+15550106", ann, bob);

        assertThat(ann.claims(first).status()).isEqualTo(200);
        assertThat(ann.claims(second).text("reason")).isEqualTo("at-capacity");
        assertThat(offeredTo(second)).containsExactly("bob");
        assertThat(bob.claims(second).status()).isEqualTo(200);
        phones.accept("ann", first);
        phones.accept("bob", second);

        eventually(
                "both talk",
                () -> phones.bridgedTo(first).equals("ann")
                        && phones.bridgedTo(second).equals("bob"));
    }

    @Test
    void five_calls_in_a_row_find_different_winners() {
        Agent dave = signIn("dave");
        List<Agent> everybody = List.of(ann, bob, carol, dave, sam);
        everybody.forEach(AcceptanceTest::available);
        List<String> winners = new ArrayList<>();
        for (Agent winner : everybody) {
            String call = phones.call("+15550107");
            eventually("it rings for " + winner.id(), () -> offeredTo(call).contains(winner.id()));
            eventually("and at Twilio", () -> phones.rings(winner.id(), call));
            assertThat(winner.claims(call).status()).isEqualTo(200);
            phones.accept(winner.id(), call);
            eventually(winner.id() + " talks", () -> phones.bridgedTo(call).equals(winner.id()));
            winners.addAll(phones.bridges(call));
        }
        assertThat(winners).containsExactly("ann", "bob", "carol", "dave", "sam");
    }

    private static <T> List<T> shuffledEachRound(int round, List<T> actions) {
        List<T> shuffled = new ArrayList<>(actions);
        Collections.rotate(shuffled, round);
        return shuffled;
    }
}
