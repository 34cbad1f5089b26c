package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.WebhookServer.Received;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the switches make go wrong with requests for TwiML, for whose answer a leg waits. */
class TwimlFaultsTest extends RunningSimulator {
    private static final String PATIENCE_OF_200_MILLIS = "\"webhookTimeoutMillis\":200";

    @Test
    void a_dropped_request_for_twiml_is_one_without_an_answer() {
        simulator.set("{" + PATIENCE_OF_200_MILLIS + ",\"callbacks\":{\"dropped\":[{\"kinds\":[\"voice\"]}]}}");
        webhooks.twiml("/voice", "<Say>Never heard</Say>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid)).containsExactly("application error");
        assertThat(webhooks.at("/voice")).isEmpty();
    }

    @Test
    void a_request_whose_answer_is_lost_arrives_and_is_in_vain() {
        simulator.set("{" + PATIENCE_OF_200_MILLIS + ",\"callbacks\":{\"unanswered\":[{\"kinds\":[\"voice\"]}]}}");
        webhooks.twiml("/voice", "<Say>Never heard</Say>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        assertThat(simulator.heard(callSid)).containsExactly("application error");
        assertThat(webhooks.at("/voice")).hasSize(1);
    }

    @Test
    void an_unanswered_screening_ends_the_agents_leg() {
        simulator.set("{" + PATIENCE_OF_200_MILLIS + ",\"callbacks\":{\"dropped\":[{\"kinds\":[\"agent-answer\"]}]}}");
        connect("ann");
        webhooks.twiml("/voice", "<Dial action='/dial-status'><Client url='/screen'>ann</Client></Dial>");
        webhooks.twiml("/dial-status", "<Say>Nobody there</Say>");
        String callSid = simulator.placeCall();

        await().until(() -> simulator.device("ann", "accept").status() == 200);

        await().until(() -> simulator.heard(callSid).contains("say: Nobody there"));
        assertThat(simulator.bridges(callSid)).isEmpty();
        assertThat(simulator.legs(callSid)).containsExactly("ann: completed");
    }

    @Test
    void a_repeated_request_for_twiml_keeps_its_token_and_one_answer_is_followed() {
        simulator.set("{\"callbacks\":{\"duplicated\":[{\"kinds\":[\"voice\"]}]}}");
        webhooks.twiml("/voice", "<Say>Welcome</Say>");

        String callSid = simulator.placeCall();

        await().until(() -> simulator.status(callSid).equals("completed"));
        await().until(() -> webhooks.at("/voice").size() == 2);
        List<Received> requests = webhooks.at("/voice");
        assertThat(requests.getFirst().idempotencyToken())
                .isEqualTo(requests.getLast().idempotencyToken());
        assertThat(simulator.heard(callSid)).containsExactly("say: Welcome", "hangup");
    }

    @Test
    void of_two_answers_either_may_be_followed() {
        simulator.set("{\"seed\":1,\"callbacks\":{\"duplicated\":[{\"kinds\":[\"voice\"],\"millis\":30}]}}");
        webhooks.twiml(
                "/voice",
                request -> "<Say>Answer "
                        + webhooks.at("/voice").stream()
                                .filter(other -> other.caller().equals(request.caller()))
                                .count()
                        + "</Say>");

        List<String> heard = IntStream.range(0, 20).mapToObj(_ -> simulator.placeCall()).toList().stream()
                .map(callSid -> {
                    await().until(() -> simulator.status(callSid).equals("completed"));
                    return simulator.heard(callSid).getFirst();
                })
                .toList();

        assertThat(heard).contains("say: Answer 1", "say: Answer 2");
    }

    @Test
    void a_late_request_for_twiml_keeps_its_leg_waiting() {
        simulator.set("{\"callbacks\":{\"late\":[{\"kinds\":[\"voice\"],\"millis\":300}]}}");
        webhooks.twiml("/voice", "<Hangup/>");

        String callSid = simulator.placeCall();

        await().during(Duration.ofMillis(150))
                .until(() -> simulator.status(callSid).equals("ringing"));
        await().until(() -> simulator.status(callSid).equals("completed"));
    }

    @Test
    void a_request_for_twiml_can_be_overtaken_by_news_of_another_leg() {
        simulator.set("""
                {"cancelOthersAt":"bridging","callbacks":{"reordered":[{"kinds":["agent-answer"],"millis":60000}]}}""");
        connect("ann", "bob");
        webhooks.twiml("/voice", """
                <Dial><Client url="/screen">ann</Client><Client statusCallback="/client-status">bob</Client></Dial>""");
        webhooks.twiml("/screen", "");
        String callSid = simulator.placeCall();

        await().until(() -> simulator.device("ann", "accept").status() == 200);
        await().during(Duration.ofMillis(100))
                .until(() -> webhooks.at("/screen").isEmpty());
        simulator.device("bob", "reject");

        await().until(() -> simulator.bridges(callSid).equals(List.of("ann")));
        assertThat(webhooks.all()).extracting(Received::path).containsExactly("/voice", "/client-status", "/screen");
    }
}
