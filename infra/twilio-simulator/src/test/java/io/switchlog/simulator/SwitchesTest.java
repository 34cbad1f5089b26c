package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How switches are thrown: for all calls, for one, and wrongly. */
class SwitchesTest extends RunningSimulator {
    @Test
    void what_is_not_thrown_goes_back_to_its_default() {
        simulator.send("PUT", "/simulator/switches", "{\"cancelOthersAt\":\"bridging\",\"sayMillis\":5}");

        simulator.send("PUT", "/simulator/switches", "{\"playMillis\":7}");

        JsonNode switches = simulator.switches();
        assertThat(switches.get("cancelOthersAt").asString()).isEqualTo("accept");
        assertThat(switches.get("sayMillis").asInt()).isEqualTo(300);
        assertThat(switches.get("playMillis").asInt()).isEqualTo(7);
        assertThat(switches.get("webhookTimeoutMillis").asInt()).isEqualTo(15_000);
        assertThat(switches.get("callbacks").get("dropped").isEmpty()).isTrue();
        assertThat(switches.get("rest").get("tooMany").isEmpty()).isTrue();
    }

    @Test
    void what_a_get_shows_can_be_put_back() {
        simulator.set("""
                {"seed":42,"callbacks":{"late":[{"kinds":["client-status"],"statuses":["ringing"],"probability":0.5,
                "count":3,"millis":20}]},"rest":{"failing":[{"status":503,"processed":true}]}}""");
        JsonNode shown = simulator.switches();

        Answer answer = simulator.send("PUT", "/simulator/switches", shown.toString());

        assertThat(answer.json()).isEqualTo(shown);
    }

    @Test
    void a_delete_puts_all_back_to_their_defaults_and_draws_a_new_seed() {
        simulator.set("{\"seed\":42,\"cancelOthersAt\":\"bridging\",\"callbacks\":{\"dropped\":[{}]}}");

        JsonNode switches =
                simulator.send("DELETE", "/simulator/switches", null).json();

        assertThat(switches.get("cancelOthersAt").asString()).isEqualTo("accept");
        assertThat(switches.get("callbacks").get("dropped").isEmpty()).isTrue();
        assertThat(switches.get("seed").asLong()).isNotEqualTo(42);
        assertThat(simulator.switches()).isEqualTo(switches);
    }

    @Test
    void a_calls_own_switches_go_before_those_for_all_field_by_field() {
        simulator.set("""
                {"sayMillis":5,"playMillis":6,"callbacks":{"dropped":[{"probability":0}],"late":[{"probability":0}]}}""");
        webhooks.twiml("/voice", "<Pause length='60'/>");
        String callSid = simulator.placeCall();

        simulator.setOf(callSid, "{\"playMillis\":7,\"callbacks\":{\"late\":[]}}");

        JsonNode inForce = switchesOf(callSid).get("inForce");
        assertThat(inForce.get("sayMillis").asInt()).isEqualTo(5);
        assertThat(inForce.get("playMillis").asInt()).isEqualTo(7);
        assertThat(inForce.get("callbacks").get("dropped").size()).isEqualTo(1);
        assertThat(inForce.get("callbacks").get("late").isEmpty()).isTrue();
        assertThat(switchesOf(callSid).get("own")).hasToString("{\"playMillis\":7,\"callbacks\":{\"late\":[]}}");
        assertThat(simulator.switches().get("playMillis").asInt()).isEqualTo(6);
    }

    @Test
    void a_call_that_has_lost_its_own_switches_is_as_all_others() {
        simulator.set("{\"playMillis\":6}");
        webhooks.twiml("/voice", "<Pause length='60'/>");
        String callSid = simulator.placeCall("{\"switches\":{\"playMillis\":7}}");
        assertThat(switchesOf(callSid).get("inForce").get("playMillis").asInt()).isEqualTo(7);

        simulator.send("DELETE", "/simulator/calls/" + callSid + "/switches", null);

        assertThat(switchesOf(callSid).get("own").isEmpty()).isTrue();
        assertThat(switchesOf(callSid).get("inForce").get("playMillis").asInt()).isEqualTo(6);
    }

    @Test
    void an_old_switch_thrown_for_one_call_leaves_the_others_alone() {
        connect("ann", "bob", "carol");
        webhooks.twiml("/voice", "<Dial><Client url='/screen'>ann</Client><Client>bob</Client></Dial>");
        webhooks.twiml("/screen", "<Pause length='60'/>");
        String callSid = simulator.placeCall("{\"switches\":{\"cancelOthersAt\":\"bridging\"}}");
        await().until(() -> simulator.legs(callSid).contains("ann: ringing"));
        simulator.device("ann", "accept");
        String other = simulator.placeCall();
        await().until(() -> simulator.legs(other).contains("ann: ringing"));
        simulator.send("POST", "/simulator/devices/ann/accept", "{\"callSid\":\"" + other + "\"}");

        assertThat(simulator.legs(callSid)).containsExactly("ann: in-progress", "bob: ringing");
        assertThat(simulator.legs(other)).containsExactly("ann: in-progress", "bob: canceled");
    }

    @Test
    void an_unknown_call_has_no_switches() {
        assertProblem(simulator.get("/simulator/calls/CA1/switches"), 404);
        assertProblem(simulator.send("PUT", "/simulator/calls/CA1/switches", "{}"), 404);
        assertProblem(simulator.send("DELETE", "/simulator/calls/CA1/switches", null), 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"lossPercent":1}                                       | lossPercent
            {"cancelOthersAt":"never"}                              | cancelOthersAt
            {"actionOnCallerHangUp":"perhaps"}                      | actionOnCallerHangUp
            {"sayMillis":-1}                                        | sayMillis
            {"sayMillis":"long"}                                    | sayMillis
            {"playMillis":600001}                                   | playMillis
            {"speaksForSeconds":-0.5}                               | speaksForSeconds
            {"webhookTimeoutMillis":99}                             | webhookTimeoutMillis
            {"webhookTimeoutMillis":15001}                          | webhookTimeoutMillis
            {"seed":"x"}                                            | seed
            {"callbacks":[]}                                        | callbacks
            {"callbacks":{"lost":[]}}                               | callbacks.lost
            {"callbacks":{"dropped":{}}}                            | callbacks.dropped
            {"callbacks":{"dropped":[null]}}                        | callbacks.dropped[0]
            {"callbacks":{"dropped":[{"kinds":["fax"]}]}}           | callbacks.dropped[0].kinds[0]
            {"callbacks":{"dropped":[{"kinds":"voice"}]}}           | callbacks.dropped[0].kinds
            {"callbacks":{"dropped":[{"statuses":["over"]}]}}       | callbacks.dropped[0].statuses[0]
            {"callbacks":{"dropped":[{"millis":1}]}}                | callbacks.dropped[0].millis
            {"callbacks":{"unanswered":[{"millis":1}]}}             | callbacks.unanswered[0].millis
            {"callbacks":{"late":[{},{"millis":-1}]}}               | callbacks.late[1].millis
            {"callbacks":{"late":[{"probability":1.1}]}}            | callbacks.late[0].probability
            {"callbacks":{"late":[{"probability":"often"}]}}        | callbacks.late[0].probability
            {"callbacks":{"duplicated":[{"count":-1}]}}             | callbacks.duplicated[0].count
            {"callbacks":{"reordered":[{"count":"few"}]}}           | callbacks.reordered[0].count
            {"rest":{"tooMany":[{"processed":true}]}}               | rest.tooMany[0].processed
            {"rest":{"tooMany":[{"status":500}]}}                   | rest.tooMany[0].status
            {"rest":{"failing":[{"status":404}]}}                   | rest.failing[0].status
            {"rest":{"failing":[{"millis":1}]}}                     | rest.failing[0].millis
            {"rest":{"late":[{"millis":600001}]}}                   | rest.late[0].millis
            {"rest":{"unanswered":[{"processed":"half"}]}}          | rest.unanswered[0].processed
            [1]                                                     | body
            """)
    void a_bad_switch_is_named_and_nothing_changes(String body, String field) {
        JsonNode before = simulator.switches();
        webhooks.twiml("/voice", "<Pause length='60'/>");
        String callSid = simulator.placeCall("{\"switches\":{\"sayMillis\":5}}");

        assertBadField(simulator.send("PUT", "/simulator/switches", body), field);
        assertBadField(simulator.send("PUT", "/simulator/calls/" + callSid + "/switches", body), field);

        assertThat(simulator.switches()).isEqualTo(before);
        assertThat(switchesOf(callSid).get("own")).hasToString("{\"sayMillis\":5}");
    }

    @Test
    void a_refusal_says_what_was_expected() {
        assertThat(refusal("{\"cancelOthersAt\":\"never\"}"))
                .isEqualTo("cancelOthersAt must be one of accept, bridging");
        assertThat(refusal("{\"sayMillis\":\"long\"}")).isEqualTo("sayMillis must be a whole number");
        assertThat(refusal("{\"callbacks\":{\"dropped\":{}}}")).isEqualTo("callbacks.dropped must be a list");
        assertThat(refusal("{\"rest\":{\"slow\":[]}}"))
                .isEqualTo("rest.slow is unknown; there are failing, late, tooMany, unanswered");
        assertThat(refusal("{\"callbacks\":{\"late\":[{\"probability\":2}]}}"))
                .isEqualTo("callbacks.late[0].probability must be from 0 to 1");
    }

    @Test
    void a_call_with_a_bad_switch_is_not_placed() {
        assertBadField(
                simulator.send("POST", "/simulator/calls", "{\"switches\":{\"sayMillis\":-1}}"), "switches.sayMillis");
        assertBadField(simulator.send("POST", "/simulator/calls", "{\"switches\":{\"seed\":1}}"), "switches.seed");

        assertThat(webhooks.all()).isEmpty();
    }

    private static String refusal(String body) {
        return simulator
                .send("PUT", "/simulator/switches", body)
                .json()
                .get("detail")
                .asString();
    }

    private static JsonNode switchesOf(String callSid) {
        return simulator.get("/simulator/calls/" + callSid + "/switches").json();
    }
}
