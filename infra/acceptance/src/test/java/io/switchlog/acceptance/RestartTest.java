package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * All services and the broker die at once, as with a {@code kill -9}, with calls in every phase, and come up again. Twilio and
 * its callers live on meanwhile. One test, since each restart takes as long as many others together.
 */
class RestartTest extends AcceptanceTest {

    @Test
    void after_a_kill_in_every_phase_of_a_call_each_is_where_it_was() {
        Agent talker = newAgent("talker");
        Agent sluggard = newAgent("sluggard");
        Agent patient = newAgent("patient");
        Agent early = newAgent("early");
        Agent late = newAgent("late");
        Agent reserve = newAgent("reserve");

        rings(300);
        available(talker);
        String talking = ringingCall("+15550701", talker);
        Http.Answer granted = talker.claims(talking, "before-the-kill");
        assertThat(granted.status()).isEqualTo(200);
        phones.accept("talker", talking);
        eventually("they talk", () -> phones.bridgedTo(talking).equals("talker"));

        available(sluggard);
        String unanswered = ringingCall("+15550702", sluggard);
        assertThat(sluggard.claims(unanswered).status()).isEqualTo(200);

        olga.gateway().patch("/api/settings", Map.of("connectTimeoutSeconds", 60));
        available(patient);
        String connecting = ringingCall("+15550703", patient);

        available(early, late);
        String contested = ringingCall("+15550704", early, late);
        String ringing = ringingCall("+15550705", early, late);

        rings(5);
        available(reserve);
        String givenUp = ringingCall("+15550706", reserve);
        String left = ringingCall("+15550707", reserve);

        // Last, since the longest time-out for it is a minute, and everything must be back by then.
        assertThat(patient.claims(connecting).status()).isEqualTo(200);
        InFlight claimOfEarly = InFlight.send(early, contested);
        InFlight claimOfLate = InFlight.send(late, contested);
        STACK.kill();
        phones.hangUp(left);
        STACK.startAgain();

        // Who talked, talks; and who asks again for what was granted gets the same answer.
        assertThat(phones.bridgedTo(talking)).isEqualTo("talker");
        assertThat(stateOf(talking)).isEqualTo("active");
        assertThat(ann.agent("talker").path("callSids").path(0).asString()).isEqualTo(talking);
        assertThat(talker.claims(talking, "before-the-kill").json()).isEqualTo(granted.json());

        // Claims that were under way are decided once, and nobody was told anything else.
        List<Http.Answer> answers = List.of(claimOfEarly.repeated(), claimOfLate.repeated());
        assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.getFirst().text("claimedBy"))
                .isEqualTo(answers.getLast().text("claimedBy"));
        Agent winner = answers.getFirst().status() == 200 ? early : late;
        Agent loser = winner == early ? late : early;
        phones.accept(winner.id(), contested);
        eventually("the winner talks", () -> phones.bridgedTo(contested).equals(winner.id()));

        // What rang, rings on, and is answered by the one who is left.
        assertThat(stateOf(ringing)).isEqualTo("ringing");
        assertThat(offeredTo(ringing)).containsExactly(loser.id());
        assertThat(loser.claims(ringing).status()).isEqualTo(200);
        phones.accept(loser.id(), ringing);
        eventually(
                "the loser talks to somebody else",
                () -> phones.bridgedTo(ringing).equals(loser.id()));

        // Whoever was still to pick up may do so.
        assertThat(ann.call(connecting).path("agentId").asString()).isEqualTo("patient");
        phones.accept("patient", connecting);
        eventually("patient talks", () -> phones.bridgedTo(connecting).equals("patient"));

        // The connect time-out fell due while nobody was there to see it.
        eventually(
                "the claim is released and the call offered again",
                () -> offeredTo(unanswered).equals(List.of("reserve")));
        assertThat(ann.agent("sluggard").path("callSids").isEmpty()).isTrue();
        eventually("also at Twilio", () -> phones.rings("reserve", unanswered));
        assertThat(reserve.claims(unanswered).status()).isEqualTo(200);
        phones.accept("reserve", unanswered);
        eventually("reserve talks", () -> phones.bridgedTo(unanswered).equals("reserve"));

        // So did the ring time-outs, and Twilio knows that both callers are gone.
        eventually(
                "no call is shown that is over",
                () -> stateOf(left).equals("gone") && stateOf(givenUp).equals("gone"));

        Map<String, String> conversations = Map.of(
                talking, "talker",
                contested, winner.id(),
                ringing, loser.id(),
                connecting, "patient",
                unanswered, "reserve");
        conversations.forEach((call, agent) -> {
            assertThat(phones.bridges(call)).containsExactly(agent);
            assertThat(phones.heard(call)).doesNotContain("hangup", "application error");
            phones.hangUp(call);
        });
        eventually("the board is clear", () -> ann.board().path("calls").isEmpty());
        EventLog log = EventLog.read(STACK.ports().bootstrapServers());
        log.mustBeSound();
        conversations.keySet().stream()
                .filter(call -> !call.equals(unanswered))
                .forEach(call -> assertThat(log.grants(call)).hasSize(1));
        assertThat(log.grants(unanswered)).extracting(EventLog.Event::agentId).containsExactly("sluggard", "reserve");
    }

    /** A claim that is sent and not waited for. */
    private record InFlight(Agent agent, String callSid, CompletableFuture<Http.@Nullable Answer> first) {

        static InFlight send(Agent agent, String callSid) {
            CompletableFuture<Http.@Nullable Answer> first = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    first.complete(agent.claims(callSid, "across-the-kill"));
                } catch (UncheckedIOException killed) {
                    first.complete(null);
                }
            });
            return new InFlight(agent, callSid, first);
        }

        /** What the same claim is answered now; what it was answered before, if it was, must have been the same. */
        Http.Answer repeated() {
            Http.Answer before = first.join();
            Http.Answer now = agent.claims(callSid, "across-the-kill");
            if (before != null && before.status() != 503) {
                assertThat(now.json()).isEqualTo(before.json());
            }
            return now;
        }
    }

    private void rings(int seconds) {
        assertThat(olga.gateway()
                        .patch("/api/settings", Map.of("ringTimeoutSeconds", seconds))
                        .status())
                .isEqualTo(200);
    }

    /** For this test alone, so that each is in one phase of one call. */
    private Agent newAgent(String id) {
        Http.Answer registered = olga.gateway()
                .post("/api/agents", Map.of("agentId", id, "name", id, "role", "agent", "password", "demo"));
        assertThat(registered.status()).isIn(200, 201);
        phones.connect(id);
        return signIn(id);
    }
}
