package io.switchlog.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.simulator.SimulatorClient.Answer;
import io.switchlog.simulator.WebhookServer.Received;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voicemail. */
class RecordTest extends RunningSimulator {
    @BeforeEach
    void a_voicemail() {
        webhooks.twiml("/voice", """
                <Record action="/voicemail" timeout="1" recordingStatusCallback="/recording-status"
                 transcribe="true" transcribeCallback="/transcription"/><Say>You said nothing</Say>""");
        webhooks.twiml("/voicemail", "<Say>Thank you</Say>");
    }

    @Test
    void the_action_then_the_recording_then_its_transcription_are_told() {
        String callSid = simulator.placeCall();

        await().until(() -> !webhooks.at("/transcription").isEmpty());
        assertThat(webhooks.all())
                .extracting(Received::path)
                .filteredOn(path -> !path.equals("/call-status"))
                .containsExactly("/voice", "/voicemail", "/recording-status", "/transcription");
        Received action = webhooks.at("/voicemail").getFirst();
        String recordingSid = action.get("RecordingSid");
        assertThat(recordingSid).matches("RE[0-9a-f]{32}");
        assertThat(action.parameters())
                .containsEntry("CallSid", callSid)
                .containsEntry("RecordingDuration", "1")
                .containsEntry("Digits", "#")
                .containsEntry(
                        "RecordingUrl",
                        "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT_SID + "/Recordings/" + recordingSid);
        assertThat(webhooks.at("/recording-status").getFirst().parameters())
                .containsEntry("RecordingSid", recordingSid)
                .containsEntry("RecordingStatus", "completed")
                .containsEntry("RecordingDuration", "1")
                .containsEntry("CallSid", callSid)
                .containsEntry("AccountSid", ACCOUNT_SID);
        assertThat(webhooks.at("/transcription").getFirst().parameters())
                .containsEntry("RecordingSid", recordingSid)
                .containsEntry("TranscriptionStatus", "completed")
                .containsKeys("TranscriptionSid", "TranscriptionText");
        assertThat(simulator.heard(callSid)).containsExactly("record", "say: Thank you", "hangup");
    }

    @Test
    void a_silent_caller_comes_to_the_next_verb_without_an_action() {
        String callSid = simulator.placeCall("{\"speaksForSeconds\":0}");

        await().until(() -> simulator.heard(callSid).contains("say: You said nothing"));
        assertThat(webhooks.at("/voicemail")).isEmpty();
    }

    @Test
    void a_caller_who_hangs_up_leaves_a_recording() {
        String callSid = simulator.placeCall("{\"speaksForSeconds\":60}");
        await().until(() -> simulator.heard(callSid).contains("record"));

        simulator.post("/simulator/calls/" + callSid + "/hang-up");

        await().until(() -> !webhooks.at("/recording-status").isEmpty());
        assertThat(webhooks.at("/voicemail").getFirst().parameters())
                .containsEntry("Digits", "hangup")
                .containsEntry("CallStatus", "completed");
        assertThat(simulator.heard(callSid)).containsExactly("record");
    }

    @Test
    void a_redirect_ends_the_recording_and_throws_the_answer_of_its_action_away() {
        webhooks.twiml("/connect", "<Say>An agent after all</Say>");
        String callSid = simulator.placeCall("{\"speaksForSeconds\":60}");
        await().until(() -> simulator.heard(callSid).contains("record"));

        simulator.update(callSid, Map.of("Url", webhooks.url("/connect")));

        await().until(() -> simulator.heard(callSid).contains("say: An agent after all"));
        assertThat(webhooks.all()).extracting(Received::path).startsWith("/voice", "/voicemail");
        assertThat(simulator.heard(callSid)).doesNotContain("say: Thank you");
    }

    @Test
    void the_media_is_a_wav_for_the_account_only() {
        simulator.placeCall();
        await().until(() -> !webhooks.at("/voicemail").isEmpty());
        String path = "/Recordings/" + webhooks.at("/voicemail").getFirst().get("RecordingSid");

        Answer media = simulator.rest("GET", path + ".wav", Map.of());

        assertThat(media.contentType()).isEqualTo("audio/x-wav");
        assertThat(new String(media.bytes(), 0, 4, US_ASCII)).isEqualTo("RIFF");
        assertThat(simulator.rest("GET", path, Map.of()).bytes()).isEqualTo(media.bytes());
        assertThat(simulator.rest("GET", path + ".wav", Map.of(), "wrong").status())
                .isEqualTo(401);
    }
}
