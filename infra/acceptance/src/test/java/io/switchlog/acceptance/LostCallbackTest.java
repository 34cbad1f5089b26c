package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.driver.Agent;
import io.switchlog.driver.BoardStream;
import io.switchlog.driver.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twilio's last word about a call never arrives. */
class LostCallbackTest extends AcceptanceTest {

    private static final String ALL_IS_LOST = "{\"callbacks\":{\"dropped\":[{}]}}";

    /** The silence after which a call is asked about is a setting of the stack; a round is made every 5 s. */
    private static final Duration UNTIL_ASKED = Duration.ofSeconds(60);

    private String living = "";

    /** Its end is heard of, so that the next test need not wait for the minute of silence. */
    @AfterEach
    void the_living_call_is_heard_again() {
        phones.throwSwitchesOf(living, "{}");
    }

    @Test
    void a_ghost_is_ended_after_a_minute_of_silence_and_a_living_call_goes_on() {
        ringsForLongerThanItTakesToAsk();
        Agent dave = signIn("dave");
        living = talking(dave, "+15550801");
        String talkingGhost = talking(carol, "+15550802");
        available(ann, bob);
        String ringingGhost = ringingCall("+15550803", ann, bob);
        String ghostOfWhoseLegWeHear = ringingCall("+15550804", ann, bob);

        try (BoardStream stream = BoardStream.open(sam, null)) {
            phones.throwSwitchesOf(
                    ghostOfWhoseLegWeHear,
                    "{\"callbacks\":{\"dropped\":[{\"kinds\":[\"call-status\",\"dial-status\"]}]}}");
            List.of(living, talkingGhost, ringingGhost).forEach(call -> phones.throwSwitchesOf(call, ALL_IS_LOST));
            List<String> ghosts = List.of(talkingGhost, ringingGhost, ghostOfWhoseLegWeHear);
            ghosts.forEach(phones::hangUp);
            assertThat(stateOf(talkingGhost)).isEqualTo("active");
            assertThat(stateOf(ringingGhost)).isEqualTo("ringing");

            await("the ghosts are ended")
                    .atMost(UNTIL_ASKED)
                    .until(() -> ghosts.stream().allMatch(call -> stream.isTold("CallEnded", call)));

            assertThat(ghosts).allMatch(call -> stateOf(call).equals("gone"));
            assertThat(List.of("ann", "bob", "carol"))
                    .allMatch(id -> ann.agent(id).path("state").asString("").equals("available"));
            // It has been silent for longer than the ghosts, so it was asked about no later than they were.
            assertThat(stream.isTold("CallEnded", living)).isFalse();
        }
        assertThat(stateOf(living)).isEqualTo("active");
        assertThat(phones.bridgedTo(living)).isEqualTo("dave");
        String next = ringingCall("+15550805", carol);
        assertThat(carol.claims(next).status()).isEqualTo(200);
    }

    private String talking(Agent agent, String from) {
        available(agent);
        String call = ringingCall(from, agent);
        assertThat(agent.claims(call).status()).isEqualTo(200);
        phones.accept(agent.id(), call);
        eventually(agent.id() + " talks", () -> phones.bridgedTo(call).equals(agent.id()));
        eventually(
                "the board says so",
                () -> !ann.call(call).path("answeredAt").asString("").isEmpty());
        return call;
    }

    private static void ringsForLongerThanItTakesToAsk() {
        Http.Answer answer = olga.gateway().patch("/api/settings", Map.of("ringTimeoutSeconds", 120));
        assertThat(answer.status()).as("settings: %s", answer.json()).isEqualTo(200);
    }
}
