package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import io.switchlog.driver.PhoneNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What history tells of a call that went through nearly everything that a call can go through. */
class HistoryTest extends AcceptanceTest {

    /** What Twilio reports besides, in an order of its own, and without a change: the ringing of phones, the ends of Dials. */
    private static final Set<String> NOISE = Set.of("CommandIgnored", "TwimlHandedOut", "CallControlDone");

    @AfterEach
    void callsEndWithTheirAgent() {
        settings(Map.of("offerAgainWhenAgentLegEnds", false));
    }

    @Test
    void a_race_a_park_a_transfer_and_a_voicemail_word_for_word() {
        settings(Map.of("offerAgainWhenAgentLegEnds", true));
        available(ann, bob);
        String call = ringingCall("+15551701", ann, bob);

        List<Http.Answer> race = atOnce(List.of(() -> ann.claims(call), () -> bob.claims(call)));
        Agent winner = race.getFirst().status() == 200 ? ann : bob;
        Agent loser = winner == ann ? bob : ann;
        picksUp(winner, call);
        assertThat(winner.parks(call).status()).isEqualTo(200);
        hearsMusic(call);
        assertThat(loser.retrieves(call).status()).isEqualTo(200);
        picksUp(loser, call);
        available(carol);
        assertThat(loser.transfers(call, "carol").status()).isEqualTo(200);
        picksUp(carol, call);
        winner.says("away");
        loser.says("away");
        phones.disconnect("carol");
        carol.says("away");
        eventually("the caller has left a message", () -> phones.heard(call).contains("record"));
        eventually("it is in writing", () -> transcription(call).equals("completed"));
        assertThat(carol.completes(messageOf(call).path("recordingSid").asString())
                        .status())
                .isEqualTo(200);

        eventually("all of it is in the story", () -> types(call).contains("VoicemailCompleted"));
        JsonNode lost = entries(call).stream()
                .filter(entry -> entry.has("lostByMillis"))
                .findFirst()
                .orElseThrow();
        String first = nameOf(winner);
        String second = nameOf(loser);
        List<String> story = entries(call).stream()
                .map(entry -> entry.path("text").asString().replaceAll(" Considered: .*", ""))
                .toList();
        assertThat(story.subList(0, 14))
                .as("the story of %s", call)
                .containsExactly(
                        "+15551701 calls " + PhoneNetwork.OUR_NUMBER + ".",
                        "It rings for Ann and Bob, for up to 25 s.",
                        first + " gets the call by click.",
                        "It stops ringing for " + second + ": " + first + " has the call.",
                        second + " does not get the call: " + first + " was "
                                + lost.path("lostByMillis").asLong() + " ms faster.",
                        first + " and the caller are connected.",
                        "The caller waits in the parking lot; " + first + " parked the call.",
                        second + " takes the call out of the parking lot.",
                        second + " and the caller are connected.",
                        second + " hands the call to Carol, whose phone rings.",
                        "Carol and the caller are connected.",
                        "Carol has taken the call over from " + second + ".",
                        "Carol does not have the call any more: the phone was cut off, and the caller is offered again.",
                        "The caller is asked to leave a message: nobody has answered.");
        assertThat(story.subList(14, story.size()))
                .as("Twilio tells of the message when it is ready")
                .containsExactlyInAnyOrder(
                        "The call is over: the caller has left a message.",
                        "A message of 1 s is there.",
                        "The message is there in writing.",
                        "Carol is done with the message.");
        assertThat(entries(call).get(1).path("text").asString())
                .contains(
                        "Ann rings unproven, as nobody else could (60), Bob rings unproven, as nobody else could (60)");

        JsonNode past = carol.gateway()
                .get("/api/calls?number=%2B15551701&outcome=voicemail")
                .json()
                .path("calls");
        assertThat(past.size()).isEqualTo(1);
        assertThat(past.path(0).path("callSid").asString()).isEqualTo(call);
        assertThat(past.path(0).path("answeredBy").toString()).isEqualTo("[\"ann\",\"bob\",\"carol\"]");
        assertThat(past.path(0).path("endReason").asString()).isEqualTo("voicemail-left");
        Http.Answer sound =
                carol.gateway().get(messageOf(call).path("recording").asString());
        assertThat(sound.status()).isEqualTo(200);
        assertThat(messageOf(call).path("completedBy").asString()).isEqualTo("carol");
    }

    /** What Twilio was asked, and when it had done it, is told as well. */
    @Test
    void what_twilio_was_asked_is_told_with_its_result() {
        available(ann);
        String call = talkingCall("+15551702", ann);
        assertThat(ann.parks(call).status()).isEqualTo(200);
        hearsMusic(call);
        phones.hangUp(call);
        eventually("it is off the board", () -> stateOf(call).equals("gone"));

        eventually("the end is in the story", () -> types(call).contains("CallEnded"));
        List<JsonNode> all = timeline(call).toList();
        JsonNode asked = all.stream()
                .filter(entry -> entry.path("asksTwilio").asString("").equals("redirect"))
                .findFirst()
                .orElseThrow();
        JsonNode reply = all.stream()
                .filter(entry -> entry.path("reply").path("to").asLong()
                        == asked.path("sequence").asLong())
                .findFirst()
                .orElseThrow();
        assertThat(asked.path("type").asString()).isEqualTo("CallParked");
        assertThat(reply.path("text").asString())
                .isEqualTo("Twilio has fetched what it was told to (event %d), after %d ms."
                        .formatted(
                                asked.path("sequence").asLong(),
                                reply.path("reply").path("afterMillis").asLong()));
        assertThat(all.stream().map(entry -> entry.path("request").path("text").asString()))
                .contains(
                        "Twilio asks what to do with a new call",
                        "Ann clicks on Answer",
                        "Twilio reports that a phone was picked up",
                        "Ann clicks on Park",
                        "Twilio reports on the caller's line");
    }

    private String transcription(String call) {
        return messageOf(call).path("transcriptionStatus").asString("");
    }

    private static JsonNode messageOf(String call) {
        JsonNode messages = carol.gateway().get("/api/voicemails").json().path("voicemails");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.path("callSid").asString("").equals(call))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static List<String> types(String call) {
        return entries(call).stream()
                .map(entry -> entry.path("type").asString())
                .toList();
    }

    /** The entries of the timeline that tell of a change. */
    private static List<JsonNode> entries(String call) {
        return timeline(call)
                .filter(entry -> !NOISE.contains(entry.path("type").asString()))
                .toList();
    }

    private static Stream<JsonNode> timeline(String call) {
        JsonNode events =
                carol.gateway().get("/api/calls/" + call + "/timeline").json().path("events");
        return StreamSupport.stream(events.spliterator(), false);
    }

    private static String nameOf(Agent agent) {
        return agent == ann ? "Ann" : "Bob";
    }
}
