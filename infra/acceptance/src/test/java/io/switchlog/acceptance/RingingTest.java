package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.BoardStream;
import io.switchlog.driver.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a call rings for, and what becomes of it when they do not want it. */
class RingingTest extends AcceptanceTest {

    @Test
    void when_both_decline_by_click_the_caller_leaves_a_message_and_it_is_recorded() {
        available(ann, bob);
        String call = ringingCall("+15550201", ann, bob);
        try (BoardStream stream = BoardStream.open(carol, null)) {
            assertThat(ann.declines(call).status()).isEqualTo(200);
            assertThat(bob.declines(call).status()).isEqualTo(200);

            assertThat(stateOf(call)).isIn("voicemail", "gone");
            eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
            eventually("it is recorded", () -> stream.isTold("VoicemailRecorded", call));
            eventually("and in writing", () -> stream.isTold("VoicemailTranscribed", call));
        }
        eventually("the call is over", () -> stateOf(call).equals("gone"));
        assertThat(phones.bridges(call)).isEmpty();
        assertThat(phones.heard(call)).anyMatch(heard -> heard.startsWith("say: We are sorry"));
    }

    @Test
    void one_declines_and_the_other_answers() {
        available(ann, bob);
        String call = ringingCall("+15550202", ann, bob);

        assertThat(ann.declines(call).status()).isEqualTo(200);
        assertThat(offeredTo(call)).containsExactly("bob");
        assertThat(ann.claims(call).text("reason")).isEqualTo("not-offered");
        assertThat(bob.claims(call).status()).isEqualTo(200);
        phones.accept("bob", call);

        eventually("bob talks", () -> phones.bridgedTo(call).equals("bob"));
    }

    @Test
    void when_both_devices_reject_the_caller_leaves_a_message() {
        available(ann, bob);
        String call = ringingCall("+15550203", ann, bob);

        phones.reject("ann", call);
        phones.reject("bob", call);

        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
    }

    @Test
    void with_nobody_available_the_caller_hears_voicemail_at_once() {
        String call = phones.call("+15550204");

        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
        assertThat(phones.truth(call).path("legs").isEmpty()).isTrue();
    }

    @Test
    void supervisors_ring_too_and_operators_never() {
        available(sam);
        assertThat(olga.gateway()
                        .put("/api/me/availability", Map.of("status", "available"))
                        .status())
                .isEqualTo(409);

        String call = ringingCall("+15550205", sam);

        assertThat(offeredTo(call)).containsExactly("sam");
    }

    @Test
    void a_device_that_is_not_registered_is_taken_off_the_board_and_the_others_ring_on() {
        available(ann, bob);
        phones.disconnect("ann");

        String call = ringingCall("+15550206", bob);

        eventually("ann is not shown as ringing", () -> offeredTo(call).equals(List.of("bob")));
    }

    @Test
    void of_eleven_available_agents_ten_ring_and_then_the_eleventh() {
        List<Agent> agents = extraAgents(11);
        agents.forEach(AcceptanceTest::available);
        String call = phones.call("+15550207");
        eventually("ten ring", () -> offeredTo(call).size() == 10);
        List<String> firstWave = offeredTo(call);
        eventually("all ten devices ring", () -> firstWave.stream().allMatch(id -> phones.rings(id, call)));

        declineAll(agents, firstWave, call);

        eventually("the eleventh rings", () -> offeredTo(call).size() == 1);
        String eleventh = offeredTo(call).getFirst();
        assertThat(firstWave).doesNotContain(eleventh);
        eventually("on the device as well", () -> phones.rings(eleventh, call));
        assertThat(byId(agents, eleventh).claims(call).status()).isEqualTo(200);
        phones.accept(eleventh, call);
        eventually("and answers", () -> phones.bridgedTo(call).equals(eleventh));
    }

    @Test
    void twenty_five_available_agents_ring_in_three_waves_nobody_twice() {
        List<Agent> agents = extraAgents(25);
        agents.forEach(AcceptanceTest::available);
        String call = phones.call("+15550208");
        List<String> rung = new ArrayList<>();
        for (int size : new int[] {10, 10, 5}) {
            eventually(size + " others ring", () -> {
                List<String> wave = offeredTo(call);
                return wave.size() == size && wave.stream().noneMatch(rung::contains);
            });
            List<String> wave = offeredTo(call);
            rung.addAll(wave);
            declineAll(agents, wave, call);
        }
        assertThat(rung).hasSize(25).doesNotHaveDuplicates();
        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
    }

    @Test
    void unanswered_ringing_ends_in_voicemail() {
        olga.gateway().patch("/api/settings", Map.of("ringTimeoutSeconds", 5));
        available(ann);

        String call = ringingCall("+15550209", ann);

        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
        assertThat(phones.bridges(call)).isEmpty();
    }

    @Test
    void whoever_goes_away_is_not_rung_any_more() {
        available(ann, bob);
        String call = ringingCall("+15550210", ann, bob);

        ann.says("away");

        assertThat(offeredTo(call)).containsExactly("bob");
    }

    private static void declineAll(List<Agent> agents, List<String> ids, String call) {
        for (String id : ids) {
            assertThat(byId(agents, id).declines(call).status()).isEqualTo(200);
        }
    }

    private static Agent byId(List<Agent> agents, String id) {
        return agents.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Registered by the operator, with devices of their own. */
    private List<Agent> extraAgents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    String id = "extra_%02d".formatted(i);
                    Http.Answer registered = olga.gateway()
                            .post(
                                    "/api/agents",
                                    Map.of("agentId", id, "name", "Extra " + i, "role", "agent", "password", "demo"));
                    assertThat(registered.status())
                            .as("%s: %s", id, registered.json())
                            .isIn(200, 201);
                    phones.connect(id);
                    return signIn(id);
                })
                .toList();
    }
}
