package io.switchlog.ingress.webhook;

import static io.switchlog.ingress.Calls.SID;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.ingress.Calls;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsOfWebhooksTest {

    private static final String PLACE = "?step=2&delivery=17&workspace=demo";
    private static final String LEG = "?callSid=" + SID + "&agent=ann&step=2&delivery=17&workspace=demo";

    @BeforeEach
    void a_log_that_takes_note() {
        WebhookServer.log().append(new CallRetired(SID));
        WebhookServer.log().commands().clear();
        WebhookServer.log().decides(_ -> List.of(Calls.handedOut(1)));
    }

    @Test
    void a_call_is_received_with_all_that_is_known_of_its_caller_sealed() {
        Twilio.post(
                "/twilio/voice",
                Map.of(
                        "CallSid", SID,
                        "From", "+14158675309",
                        "To", "+15550002",
                        "CallerName", "Zoë",
                        "NewParameter", "kept"));

        CommandMessage message = WebhookServer.log().lastCommand();
        assertThat(message.workspace()).isEqualTo("sales");
        assertThat(message.commandId()).isEqualTo("voice");
        assertThat(message.actor()).isEqualTo(Actor.TWILIO);
        ReceiveCall command = (ReceiveCall) message.command();
        assertThat(command.to()).isEqualTo("+15550002");
        assertThat(received()).isEqualTo(new CallerDetails("+14158675309", "Zoë", Map.of("NewParameter", "kept")));
    }

    @ParameterizedTest
    @CsvSource({"256, 256", "257, 256", "5000, 256"})
    void a_name_beyond_all_measure_is_cut_and_the_call_received(int length, int kept) {
        voice("n".repeat(length));
        assertThat(received().name()).isEqualTo("n".repeat(kept));
    }

    @Test
    void a_name_is_not_cut_in_the_middle_of_a_character() {
        voice("n".repeat(255) + "🎶");
        assertThat(received().name()).isEqualTo("n".repeat(255));
    }

    @Test
    void the_end_of_a_dial_names_its_document() {
        post(
                "/twilio/dial-status" + PLACE,
                "DialCallStatus",
                "no-answer",
                "DialBridged",
                "false",
                "CallStatus",
                "in-progress");

        assertAppended(
                "dial-status:2:17", new EndDial(SID, 2, 17, CallStatus.NO_ANSWER, false, CallStatus.IN_PROGRESS));
    }

    @Test
    void a_fetched_redirect_reports_its_instruction_and_a_bare_request_reports_nothing() {
        post("/twilio/connect?step=2&instruction=21&attempt=5&workspace=demo");
        assertAppended("connect:21:5", new ReportCallControl(SID, 21, CallControlOutcome.FETCHED, null, null));

        WebhookServer.log().commands().clear();
        post("/twilio/connect?workspace=demo");
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    @Test
    void a_caller_who_arrives_in_the_lot_is_the_proof_of_a_redirect_just_the_same() {
        post("/twilio/park?step=2&instruction=21&attempt=5&workspace=demo&heldSince=0");
        assertAppended("connect:21:5", new ReportCallControl(SID, 21, CallControlOutcome.FETCHED, null, null));

        WebhookServer.log().commands().clear();
        post("/twilio/park?workspace=demo");
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    @Test
    void an_agents_leg_is_the_child_of_the_call_in_the_query() {
        Twilio.post("/twilio/agent-answer" + LEG, Map.of("CallSid", "CAchild", "ParentCallSid", SID));
        assertAppended("agent-answer:CAchild", new PickUp(SID, "ann", "CAchild", 2, 17));

        Map<String, String> progress = Map.of("CallSid", "CAchild", "CallStatus", "ringing", "SequenceNumber", "1");
        assertThat(Twilio.post("/twilio/client-status" + LEG, progress).statusCode())
                .isEqualTo(204);
        assertAppended("client-status:CAchild:1", new ReportAgentLeg(SID, "ann", "CAchild", 2, 17, CallStatus.RINGING));
    }

    @ParameterizedTest
    @CsvSource({"'Mon, 02 Mar 2026 09:00:00 +0000', 2026-03-02T09:00:00Z", "yesterday,"})
    void an_end_says_since_when_if_twilio_does(String timestamp, @Nullable Instant changedAt) {
        assertThat(post("/twilio/call-status", "CallStatus", "completed", "Timestamp", timestamp)
                        .statusCode())
                .isEqualTo(204);

        assertAppended("call-status:completed", new EndCall(SID, CallStatus.COMPLETED, changedAt));
    }

    @Test
    void without_a_sequence_number_the_status_tells_a_callback_from_its_repetition() {
        assertThat(post("/twilio/call-status", "CallStatus", "no-answer").statusCode())
                .isEqualTo(204);

        assertAppended("call-status:no-answer", new EndCall(SID, CallStatus.NO_ANSWER, null));
    }

    @Test
    void news_that_is_not_known_to_be_stored_is_not_confirmed() {
        WebhookServer.log().isSilent();

        assertThat(post("/twilio/call-status", "CallStatus", "completed").statusCode())
                .isEqualTo(503);
    }

    @Test
    void a_message_is_known_by_its_recording_even_where_only_the_url_names_it() {
        post(
                "/twilio/voicemail" + PLACE,
                "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE5",
                "RecordingDuration",
                "7",
                "CallStatus",
                "completed");
        assertAppended(
                "voicemail:2:17",
                new RecordVoicemail(SID, 2, 17L, "RE5", RecordingStatus.IN_PROGRESS, 7, CallStatus.COMPLETED));

        post(
                "/twilio/recording-status?workspace=demo",
                "RecordingSid",
                "RE5",
                "RecordingStatus",
                "absent",
                "RecordingDuration",
                "-1");
        assertAppended(
                "recording:RE5:absent",
                new RecordVoicemail(SID, null, null, "RE5", RecordingStatus.ABSENT, null, null));
    }

    @Test
    void a_transcription_is_sealed_under_the_callers_key() {
        post(
                "/twilio/transcription?workspace=demo",
                "From",
                "+14158675309",
                "RecordingSid",
                "RE5",
                "TranscriptionSid",
                "TR9",
                "TranscriptionStatus",
                "completed",
                "TranscriptionText",
                "Call me back.");

        TranscribeVoicemail command =
                (TranscribeVoicemail) WebhookServer.log().lastCommand().command();
        assertThat(command.text()).isNotNull().satisfies(text -> {
            assertThat(text.keyId()).isEqualTo("key of +14158675309");
            assertThat(WebhookServer.opened(text)).isEqualTo("Call me back.");
        });

        post("/twilio/transcription?workspace=demo", "RecordingSid", "RE5", "TranscriptionStatus", "failed");
        assertAppended(
                "transcription:RE5:failed", new TranscribeVoicemail(SID, "RE5", TranscriptionStatus.FAILED, null));
    }

    @Test
    void a_report_that_cannot_be_stored_is_not_acknowledged() {
        WebhookServer.log().isAway();

        HttpResponse<String> response = post("/twilio/call-status", "CallStatus", "completed");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/twilio/voice, From=+1415&To=+15550001, CallSid",
        "/twilio/voice, CallSid=CA/1&From=+1415&To=+15550001, CallSid",
        "/twilio/voice, CallSid=CA1&To=+15550001, From",
        "/twilio/voice, CallSid=CA1&From=+1415, To",
        "/twilio/call-status, CallSid=CA1, CallStatus",
        "/twilio/call-status, CallSid=CA1&CallStatus=gone, CallStatus",
        "/twilio/call-status, CallSid=CA1&CallStatus=completed&SequenceNumber=x, SequenceNumber",
        "/twilio/dial-status?step=1, CallSid=CA1&DialCallStatus=busy&CallStatus=in-progress, delivery",
        "/twilio/dial-status?step=x&delivery=1, CallSid=CA1&DialCallStatus=busy&CallStatus=in-progress, step",
        "/twilio/dial-status?step=1&delivery=1, CallSid=CA1&CallStatus=in-progress, DialCallStatus",
        "/twilio/dial-status?step=1&delivery=1, CallSid=CA1&DialCallStatus=busy, CallStatus",
        "/twilio/agent-answer?agent=ann&step=1&delivery=1, CallSid=CA2, callSid",
        "/twilio/agent-answer?callSid=CA1&step=1&delivery=1, CallSid=CA2, agent",
        "/twilio/client-status?callSid=CA1&agent=ann&step=1&delivery=1, CallSid=CA2, CallStatus",
        "/twilio/voicemail?step=1&delivery=1, CallSid=CA1, CallStatus",
        "/twilio/recording-status, CallSid=CA1&RecordingStatus=completed, RecordingSid",
        "/twilio/recording-status, CallSid=CA1&RecordingSid=RE1&RecordingStatus=x, RecordingStatus",
        "/twilio/transcription, CallSid=CA1&RecordingSid=RE1, TranscriptionStatus",
        "/twilio/call-status?workspace=A B, CallSid=CA1&CallStatus=completed, workspace"
    })
    void a_bad_parameter_is_named_and_nothing_is_appended(String url, String form, String parameter) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            fields.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }

        HttpResponse<String> response = Twilio.post(url.replace(' ', '+'), fields);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .contains("\"parameter\":\"" + parameter + "\"")
                .contains("\"expected\":");
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    private static HttpResponse<String> post(String url, String... namesAndValues) {
        Map<String, String> form = new TreeMap<>(Map.of("CallSid", SID));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Twilio.post(url, form);
    }

    private static void voice(String callerName) {
        Twilio.post(
                "/twilio/voice",
                Map.of("CallSid", SID, "From", "+14158675309", "To", "+15550002", "CallerName", callerName));
    }

    private static CallerDetails received() {
        ReceiveCall command = (ReceiveCall) WebhookServer.log().lastCommand().command();
        return LogCodec.mapper().readValue(WebhookServer.opened(command.from()), CallerDetails.class);
    }

    private static void assertAppended(String commandId, TwilioCommand command) {
        assertThat(WebhookServer.log().lastCommand())
                .isEqualTo(new CommandMessage("demo", commandId, Actor.TWILIO, command));
    }
}
