package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.ServiceProcess;
import io.switchlog.driver.Webhooks;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With two instances of each service it does not matter which one is asked, nor which one dies. */
class TwoOfEachTest extends ClusterTest {

    @Test
    void a_webhook_that_is_repeated_at_the_other_ingress_is_answered_alike_and_rings_once() {
        Agent agent = hire(1, 1).getFirst();
        String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
        Webhooks first = cluster.webhooksTo(cluster.ingresses.getFirst());
        Webhooks second = cluster.webhooksTo(cluster.ingresses.getLast());

        HttpResponse<String> answer = first.post("/twilio/voice", Webhooks.voice(callSid));
        HttpResponse<String> again = second.post("/twilio/voice", Webhooks.voice(callSid));

        assertThat(answer.body()).contains("<Dial").contains(agent.id());
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(offeredTo(callSid)).containsExactly(agent.id());
        Map<String, String> over = new HashMap<>(Webhooks.voice(callSid));
        over.put("CallStatus", "completed");
        assertThat(second.post("/twilio/call-status", over).statusCode()).isEqualTo(204);
        EventLog log = EventLog.read(cluster.bootstrapServers());
        assertThat(log.of(callSid, "CallReceived")).hasSize(1);
        assertThat(log.of(callSid, "CallRinging")).hasSize(1);
    }

    @Test
    void a_click_that_is_repeated_at_the_other_gateway_gets_the_same_answer_in_the_same_session() {
        List<Agent> agents = hire(2, 1);
        Agent winner = agents.getFirst();
        Agent loser = agents.getLast();
        String call = ringingCall(winner, loser);

        Http.Answer won = winner.claims(call, "a-click");
        Http.Answer lost = atSecondGateway(loser).claims(call, "a-click");

        assertThat(won.status()).isEqualTo(200);
        assertThat(atSecondGateway(winner).claims(call, "a-click").json()).isEqualTo(won.json());
        assertThat(lost.status()).isEqualTo(409);
        assertThat(loser.claims(call, "a-click").text("claimedBy")).isEqualTo(winner.id());
        assertThat(EventLog.read(cluster.bootstrapServers()).grants(call)).hasSize(1);
    }

    @Test
    void of_two_who_claim_through_different_gateways_exactly_one_wins() {
        List<Agent> agents = hire(2, 1);
        Agent here = agents.getFirst();
        Agent there = atSecondGateway(agents.getLast());
        Set<String> winners = new TreeSet<>();
        for (int round = 1; round <= 20; round++) {
            String call = ringingCall(here, there);

            List<Http.Answer> answers =
                    AcceptanceTest.atOnce(List.of(() -> here.claims(call), () -> there.claims(call)));

            assertThat(answers)
                    .extracting(Http.Answer::status)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(answers.getFirst().text("claimedBy"))
                    .isEqualTo(answers.getLast().text("claimedBy"));
            winners.add(answers.getFirst().text("claimedBy"));
            phones.hangUp(call);
            eventually("both are free", () -> board().path("calls").isEmpty());
        }
        assertThat(winners).as("a race has more than one possible winner").hasSize(2);
    }

    @Test
    void an_instruction_that_was_pending_when_its_ingress_died_is_carried_out_once_by_the_other() {
        ServiceProcess acting = theOneThatTellsTwilio();
        ServiceProcess other = otherThan(acting);
        Agent agent = hire(1, 1).getFirst();
        cluster.balancer.prefer(other.uri());
        String call = ringingCall(agent);
        acting.pause();
        assertThat(agent.declines(call).status()).isEqualTo(200);
        assertThat(phones.rings(agent.id(), call)).as("nobody has told Twilio").isTrue();

        acting.kill();

        long killed = System.nanoTime();
        eventually("the caller leaves a message", () -> phones.heard(call).contains("record"));
        report("An ingress died; the other told Twilio after", Duration.ofNanos(System.nanoTime() - killed));
        eventually("the call is over", () -> olga.call(call).isMissingNode());
        assertThat(phones.heard(call))
                .filteredOn(heard -> heard.startsWith("say: We are sorry"))
                .hasSize(1);
        EventLog log = EventLog.read(cluster.bootstrapServers());
        assertThat(log.of(call, "CallControlDone")).hasSize(1);
        acting.start().awaitReady();
    }

    @Test
    void a_caller_parked_by_a_decision_whose_ingress_died_before_the_redirect_reaches_the_lot_by_the_other() {
        ServiceProcess acting = theOneThatTellsTwilio();
        cluster.balancer.prefer(otherThan(acting).uri());
        List<Agent> agents = hire(2, 1);
        Agent first = agents.getFirst();
        Agent second = agents.getLast();
        String call = ringingCall(first);
        assertThat(first.claims(call).status()).isEqualTo(200);
        talks(first, call);
        acting.pause();
        assertThat(first.parks(call).status()).isEqualTo(200);
        assertThat(second.lot()).containsExactly(call);
        assertThat(phones.bridgedTo(call)).as("nobody has told Twilio").isEqualTo(first.id());

        acting.kill();

        eventually("the caller hears music", () -> phones.heard(call).getLast().startsWith("play: "));
        assertThat(phones.connected(call)).isEmpty();
        assertThat(second.retrieves(call).status()).isEqualTo(200);
        talks(second, call);
        assertThat(phones.bridges(call)).containsExactly(first.id(), second.id());
        acting.start().awaitReady();
    }

    @Test
    void when_the_engine_that_decides_is_killed_under_load_the_other_goes_on() {
        try (Traffic traffic = new Traffic(phones, hire(4, 20))) {
            eventually(
                    "calls come and go",
                    () -> traffic.calls().size() > traffic.unheard().size() + 4);
            ServiceProcess deciding = theOneThatDecides();

            deciding.kill();

            report("The engine died; the next decision came after", untilTheNextDecision());
            traffic.flows();
            everybodyIsServed(traffic);
            deciding.start().awaitReady();
        }
    }

    @Test
    void while_the_broker_is_away_callers_are_held_and_clicks_refused_and_then_all_goes_on() {
        try (Traffic traffic = new Traffic(phones, hire(4, 20))) {
            eventually(
                    "calls come and go",
                    () -> traffic.calls().size() > traffic.unheard().size() + 4);
            Agent clicking = hire(1, 1).getFirst();

            cluster.foundation.kill();

            String held = traffic.call();
            Http.Answer refused = clicking.claims(held);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            eventually("a caller is held", () -> phones.heard(held).contains("pause: 2"));

            cluster.foundation.startAgain();

            report("The broker is back; the next decision came after", untilTheNextDecision());
            everybodyIsServed(traffic);
        }
    }

    /** The device is picked up as soon as it rings, and everybody learns that they talk. */
    private void talks(Agent agent, String call) {
        eventually(
                agent.id() + " picks up", () -> phones.accept(agent.id(), call).status() == 200);
        eventually(
                agent.id() + " talks",
                () -> phones.bridgedTo(call).equals(agent.id())
                        && !olga.call(call).path("answeredAt").asString("").isEmpty());
    }

    private static ServiceProcess otherThan(ServiceProcess ingress) {
        return cluster.ingresses.getFirst() == ingress ? cluster.ingresses.getLast() : cluster.ingresses.getFirst();
    }

    /** Call control is spread by workspace, so that it is the one that has done so before. */
    private ServiceProcess theOneThatTellsTwilio() {
        Agent agent = hire(1, 1).getFirst();
        String call = ringingCall(agent);
        return theOneThatCounts("switchlog_callcontrol_attempts_total", cluster.ingresses, () -> {
            agent.declines(call);
            eventually("the caller leaves a message", () -> phones.heard(call).contains("record"));
            agent.says("away");
        });
    }
}
