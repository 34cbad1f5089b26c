package io.switchlog.gateway.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.Personal;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class VoicemailsApiTest {

    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");
    private StandInProjection projection;

    @BeforeEach
    void start() {
        projection = gateway.project();
    }

    @AfterEach
    void stop() {
        projection.close();
    }

    @Test
    void a_message_is_there_with_its_caller_its_sound_and_its_words() throws Exception {
        String recording = messageFrom("+15550601");

        JsonNode message = message(recording);

        assertThat(message.path("from").asString()).isEqualTo("+15550601");
        assertThat(message.path("to").asString()).isEqualTo("+15550001");
        assertThat(message.path("durationSeconds").asInt()).isEqualTo(17);
        assertThat(message.path("transcriptionStatus").asString()).isEqualTo("completed");
        assertThat(message.path("text").asString()).isEqualTo("Please call me back.");
        assertThat(message.path("done").asBoolean(true)).isFalse();
        Browser.Answer sound = ann.send("GET", message.path("recording").asString());
        assertThat(sound.status()).isEqualTo(200);
        assertThat(sound.header("Content-Type")).isEqualTo("audio/x-wav");
        assertThat(sound.response().body()).isEqualTo("RIFF of " + recording);
    }

    @Test
    void a_player_may_ask_for_a_part() throws Exception {
        String recording = messageFrom("+15550602");

        Browser.Answer part = ann.sendWith("Range", "bytes=0-3", "GET", "/api/voicemails/" + recording + "/recording");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.response().body()).isEqualTo("RIFF");
    }

    @Test
    void a_message_that_is_dealt_with_is_done_for_everybody_and_stays_so_after_a_rebuild() throws Exception {
        String recording = messageFrom("+15550603");

        Browser.Answer done = ann.send("POST", "/api/voicemails/" + recording + "/done");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("completedBy")).isEqualTo("ann");
        assertThat(done.json().path("sequence").asLong()).isPositive();
        projection.close();
        projection = gateway.project();
        projection.catchUp();

        Browser bob = gateway.signedIn("bob");
        assertThat(bob.send("POST", "/api/voicemails/" + recording + "/done").text("completedBy"))
                .as("who was first")
                .isEqualTo("ann");
        assertThat(message(recording).path("done").asBoolean()).isTrue();
        assertThat(message(recording).path("completedBy").asString()).isEqualTo("ann");
        assertThat(find(recording, "?done=false").isMissingNode()).isTrue();
        assertThat(find(recording, "?done=true").isMissingNode()).isFalse();
    }

    @Test
    void a_message_that_nobody_left_is_not_found() {
        for (String sid : new String[] {"REnone", "..%2F..%2FCalls"}) {
            assertThat(ann.send("GET", "/api/voicemails/" + sid + "/recording").status())
                    .isIn(400, 404);
            assertThat(ann.send("POST", "/api/voicemails/" + sid + "/done").status())
                    .isIn(400, 404);
        }
        ann.send("POST", "/api/voicemails/REnone/done").refusedWith(404, "unknown-voicemail");
    }

    @Test
    void another_workspaces_message_is_not_found() throws Exception {
        String recording = messageFrom("+15550604");
        gateway.sql("update gateway.account set workspace = 'elsewhere' where username = 'bob'");
        try {
            Browser stranger = gateway.signedIn("bob");
            stranger.send("GET", "/api/voicemails/" + recording + "/recording").refusedWith(404, "unknown-voicemail");
            stranger.send("POST", "/api/voicemails/" + recording + "/done").refusedWith(404, "unknown-voicemail");
        } finally {
            gateway.sql("update gateway.account set workspace = 'demo' where username = 'bob'");
        }
    }

    @Test
    void nobody_listens_to_a_caller_who_was_erased() throws Exception {
        String recording = messageFrom("+15550605");
        gateway.erase(gateway.sealed("+15550605", ""));

        await().until(() -> message(recording).path("from").isNull());

        assertThat(message(recording).path("text").isNull()).isTrue();
        assertThat(message(recording).path("recording").isNull()).isTrue();
        ann.send("GET", "/api/voicemails/" + recording + "/recording").refusedWith(410, "caller-erased");
    }

    @Test
    void says_when_twilio_has_deleted_a_recording() throws Exception {
        String recording = messageFrom("+15550606");
        gateway.twilio().trouble(recording, 404);

        ann.send("GET", "/api/voicemails/" + recording + "/recording").refusedWith(404, "recording-gone");
    }

    /** The key for Twilio does not follow a redirect to wherever it leads. */
    @ParameterizedTest
    @ValueSource(ints = {302, 401, 429, 500, 503})
    void says_when_twilio_does_not_hand_a_recording_out(int status) throws Exception {
        String recording = messageFrom("+15550607");
        gateway.twilio().trouble(recording, status);

        assertThat(ann.send("GET", "/api/voicemails/" + recording + "/recording")
                        .refusedWith(503, "recording-away")
                        .header("Retry-After"))
                .isNotEmpty();
    }

    @Test
    void done_is_true_or_false() {
        assertThat(ann.send("GET", "/api/voicemails?done=perhaps")
                        .refusedWith(400, "invalid")
                        .text("field"))
                .isEqualTo("done");
    }

    private String messageFrom(String number) throws Exception {
        String call = gateway.incomingCall(number);
        String recording = "RE%032x".formatted(MESSAGES.incrementAndGet());
        Personal words = gateway.sealed(number, "Please call me back.");
        gateway.twilio().keep(recording, ("RIFF of " + recording).getBytes(US_ASCII));
        gateway.twilioTells(new RecordVoicemail(call, null, null, recording, RecordingStatus.COMPLETED, 17, null));
        gateway.twilioTells(new TranscribeVoicemail(call, recording, TranscriptionStatus.COMPLETED, words));
        await().until(() -> {
            projection.catchUp();
            return message(recording).path("text").isString();
        });
        return recording;
    }

    private JsonNode message(String recordingSid) {
        return find(recordingSid, "");
    }

    private JsonNode find(String recordingSid, String query) {
        JsonNode messages = ann.send("GET", "/api/voicemails" + query).json().path("voicemails");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(each -> each.path("recordingSid").asString("").equals(recordingSid))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
