package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.BoardStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twilio asks for TwiML and gets no answer. */
class LostAnswerTest extends AcceptanceTest {

    /** Instead of the 15 s that Twilio waits; longer than the 2 s after which we hold a caller. */
    private static final String WITH_LESS_PATIENCE = "{\"webhookTimeoutMillis\":2500,\"callbacks\":{%s}}";

    @Test
    void a_call_whose_first_answer_is_lost_ends_and_rings_for_nobody() {
        available(ann, bob);
        phones.throwSwitches(WITH_LESS_PATIENCE.formatted("\"unanswered\":[{\"kinds\":[\"voice\"]}]"));
        try (BoardStream stream = BoardStream.open(carol, null)) {
            String call = phones.call("+15550901");

            eventually("it is received", () -> stream.isTold("CallRinging", call));
            eventually("it has ended", () -> stream.isTold("CallEnded", call));
            assertThat(phones.heard(call)).containsExactly("application error");
        }
        nobodyIsKept();
    }

    @Test
    void a_call_whose_dial_ends_unheard_is_over_for_everybody() {
        available(ann, bob);
        phones.throwSwitches(WITH_LESS_PATIENCE.formatted("\"dropped\":[{\"kinds\":[\"dial-status\"]}]"));
        String call = ringingCall("+15550902", ann, bob);

        phones.reject("ann", call);
        phones.reject("bob", call);

        eventually("it is off the board", () -> stateOf(call).equals("gone"));
        assertThat(phones.heard(call)).endsWith("application error");
        nobodyIsKept();
    }

    @Test
    void a_winner_whom_twilio_could_not_bridge_is_not_shown_as_talking_and_somebody_else_is() {
        available(ann, bob);
        phones.throwSwitches(
                WITH_LESS_PATIENCE.formatted("\"unanswered\":[{\"kinds\":[\"agent-answer\"],\"count\":1}]"));
        String call = ringingCall("+15550903", ann, bob);
        assertThat(ann.claims(call).status()).isEqualTo(200);

        phones.accept("ann", call);

        eventually("it rings for somebody again", () -> phones.rings("ann", call) || phones.rings("bob", call));
        eventually(
                "who picks up",
                () -> List.of("ann", "bob").stream()
                        .anyMatch(id -> phones.rings(id, call)
                                && phones.accept(id, call).status() == 200));
        eventually("and talks", () -> !phones.bridgedTo(call).isEmpty());
        String talks = phones.bridgedTo(call);
        eventually(
                "as the board says",
                () -> ann.call(call).path("agentId").asString("").equals(talks));
        assertThat(phones.bridges(call)).containsExactly(talks);
    }

    private void nobodyIsKept() {
        eventually(
                "everybody is free",
                () -> List.of("ann", "bob").stream()
                        .map(ann::agent)
                        .allMatch(agent -> agent.path("state").asString("").equals("available")
                                && agent.path("offeredCallSids").isEmpty()));
    }
}
