package io.switchlog.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller goes from one agent to hold music, and to another agent. */
class HandOverTest extends RunningSimulator {

    @BeforeEach
    void ann_and_bob_and_music() {
        connect("ann", "bob");
        webhooks.twiml("/voice", "<Dial action='/dial-status'><Client>ann</Client></Dial>");
        webhooks.twiml("/dial-status", "<Say>Thrown away</Say>");
        webhooks.twiml("/park", "<Play loop='0'>http://localhost/hold.mp3</Play>");
        webhooks.twiml("/connect", "<Dial action='/dial-status'><Client>bob</Client></Dial>");
    }

    @Test
    void music_without_end_is_left_by_a_redirect_and_the_next_agent_is_bridged() {
        String callSid = talkingToAnn();

        redirect(callSid, "/park");
        await().until(() -> simulator.heard(callSid).contains("play: http://localhost/hold.mp3"));
        assertThat(bridgedTo(callSid)).isEmpty();
        assertThat(simulator.device("ann", "hang-up").status())
                .as("there is no leg left at ann's device")
                .isEqualTo(409);

        redirect(callSid, "/connect");
        await().until(() -> simulator.legs(callSid).equals(List.of("ann: completed", "bob: ringing")));
        simulator.device("bob", "accept");

        assertThat(bridgedTo(callSid)).isEqualTo("bob");
        assertThat(simulator.bridges(callSid)).containsExactly("ann", "bob");
        assertThat(simulator.heard(callSid))
                .containsExactly(
                        "ringing", "bridged: ann", "play: http://localhost/hold.mp3", "ringing", "bridged: bob");
        assertThat(webhooks.at("/dial-status")).as("music has no action").hasSize(1);
    }

    @Test
    void a_caller_who_hangs_up_on_the_music_is_gone() {
        String callSid = talkingToAnn();
        redirect(callSid, "/park");
        await().until(() -> simulator.heard(callSid).contains("play: http://localhost/hold.mp3"));

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        assertThat(simulator.status(callSid)).isEqualTo("completed");
        assertThat(redirect(callSid, "/park").json().get("code").asInt()).isEqualTo(21220);
        await().until(() -> !webhooks.at("/call-status").isEmpty());
    }

    @Test
    void a_redirect_of_a_bridged_call_to_another_agent_rings_that_one_alone() {
        String callSid = talkingToAnn();

        redirect(callSid, "/connect");

        await().until(() -> simulator.legs(callSid).equals(List.of("ann: completed", "bob: ringing")));
        assertThat(bridgedTo(callSid)).isEmpty();
        simulator.device("bob", "accept");
        assertThat(bridgedTo(callSid)).isEqualTo("bob");
    }

    private static String talkingToAnn() {
        String callSid = simulator.placeCall();
        await().until(() -> simulator.legs(callSid).equals(List.of("ann: ringing")));
        simulator.device("ann", "accept");
        assertThat(bridgedTo(callSid)).isEqualTo("ann");
        return callSid;
    }

    private static String bridgedTo(String callSid) {
        return simulator.call(callSid).path("bridgedTo").asString("");
    }

    private static Answer redirect(String callSid, String path) {
        return simulator.update(callSid, Map.of("Url", webhooks.url(path)));
    }
}
