package io.switchlog.ingress.webhook;

import static io.switchlog.ingress.Calls.SID;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.CallControlDone;
import io.switchlog.contract.CallEvent.CallRetired;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.ingress.Calls;
import io.switchlog.ingress.IngressSettingsFixture;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerLegTest {

    private static final Map<String, String> CALL =
            Map.of("CallSid", SID, "From", "+14158675309", "To", "+15550001", "CallStatus", "ringing");
    private static final Pattern REDIRECT = Pattern.compile("<Redirect method=\"POST\">([^<]+)</Redirect>");

    @BeforeEach
    void a_call_that_nobody_knows() {
        WebhookServer.log().append(new CallRetired(SID));
        WebhookServer.log().commands().clear();
    }

    @Test
    void a_new_call_is_answered_with_its_decision() {
        WebhookServer.log()
                .decides(_ -> List.of(
                        Calls.received(), Calls.ringing(1, CallControl.NONE, "ann", "bob"), Calls.handedOut(1)));

        HttpResponse<String> response = Twilio.post("/twilio/voice", CALL);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(response.body()).contains("<Identity>ann</Identity>").contains("<Identity>bob</Identity>");
    }

    @Test
    void a_late_request_is_answered_with_the_current_step_whatever_it_asked() {
        WebhookServer.log().append(Calls.received(), Calls.voicemail(3, CallControl.NONE), Calls.handedOut(3));
        WebhookServer.log().decides(_ -> List.of(new CommandIgnored(IgnoreReason.STALE), Calls.handedOut(3)));

        HttpResponse<String> response = Twilio.post(
                "/twilio/dial-status?step=1&delivery=2&workspace=demo",
                Map.of("CallSid", SID, "DialCallStatus", "completed", "CallStatus", "in-progress"));

        assertThat(response.body()).contains("<Record ").contains("step=3&amp;delivery=");
    }

    @Test
    void a_caller_who_is_sent_to_the_lot_hears_music() {
        WebhookServer.log().append(Calls.received(), Calls.parked(2, CallControl.REDIRECT));
        WebhookServer.log()
                .decides(_ -> List.of(new CallControlDone(SID, 1, CallControlOutcome.FETCHED), Calls.handedOut(2)));

        assertThat(Twilio.post("/twilio/park?step=2&instruction=1&workspace=demo", CALL)
                        .body())
                .contains("<Play loop=\"0\">https://calls.example.test/twilio/hold-music.wav</Play>");
    }

    @Test
    void the_end_of_the_dial_that_was_cut_short_by_parking_is_answered_with_music_as_well() {
        WebhookServer.log().append(Calls.received(), Calls.parked(2, CallControl.REDIRECT));
        WebhookServer.log().decides(_ -> List.of(new CommandIgnored(IgnoreReason.REDIRECT_PENDING)));

        HttpResponse<String> response = Twilio.post(
                "/twilio/dial-status?step=1&delivery=2&workspace=demo",
                Map.of("CallSid", SID, "DialCallStatus", "completed", "CallStatus", "in-progress"));

        assertThat(response.body()).contains("<Play ").doesNotContain("<Hangup");
    }

    @Test
    void a_call_that_is_over_and_that_the_decider_does_not_know_is_hung_up() {
        WebhookServer.log().decides(_ -> List.of(new CommandRejected(RefusalReason.UNKNOWN_CALL, null, null)));
        Map<String, String> over = new TreeMap<>(CALL);
        over.put("CallStatus", "completed");

        assertThat(Twilio.post("/twilio/connect?step=1&instruction=4", over).body())
                .contains("<Response><Hangup/></Response>");
    }

    @Test
    void a_caller_on_the_line_whom_the_log_does_not_know_is_received_anew() {
        WebhookServer.log().decides(_ -> List.of(new CommandRejected(RefusalReason.UNKNOWN_CALL, null, null)));
        Map<String, String> message = new TreeMap<>(CALL);
        message.put("CallStatus", "in-progress");
        message.put("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE5");

        HttpResponse<String> answer = Twilio.post("/twilio/voicemail?workspace=demo", message);

        assertThat(redirect(answer)).isEqualTo("/twilio/voice?workspace=demo");
    }

    @Test
    void a_caller_whose_call_met_a_bug_is_held_and_not_dropped() {
        WebhookServer.log().decides(_ -> List.of(new CommandRejected(RefusalReason.INTERNAL_ERROR, "a bug", null)));

        assertThat(Twilio.post("/twilio/voice", CALL).body())
                .contains("<Redirect")
                .doesNotContain("<Hangup");
    }

    @Test
    void an_undecided_caller_is_held_and_comes_back_with_the_same_command_and_all_that_it_needs() {
        WebhookServer.log().isSilent();
        Map<String, String> dialOver = new TreeMap<>(CALL);
        dialOver.put("DialCallStatus", "no-answer");
        dialOver.put("DialBridged", "false");

        HttpResponse<String> held = Twilio.post("/twilio/dial-status?step=2&delivery=17&workspace=demo", dialOver);
        assertThat(held.body()).contains("<Pause length=\"2\"/>");
        assertThat(redirect(held)).doesNotContain("%").contains("heldSince=");

        // After a redirect Twilio sends the call's own parameters alone.
        WebhookServer.log()
                .decides(_ ->
                        List.of(Calls.received(), Calls.ringing(3, CallControl.NONE, "carol"), Calls.handedOut(3)));
        HttpResponse<String> answered = Twilio.post(redirect(held), CALL);

        List<CommandMessage> commands = WebhookServer.log().commands();
        assertThat(commands).hasSize(2);
        assertThat(commands.get(1)).isEqualTo(commands.get(0));
        assertThat(((EndDial) commands.get(1).command()).bridged()).isFalse();
        assertThat(answered.body()).contains("<Identity>carol</Identity>");
    }

    @Test
    void a_held_message_keeps_its_recording() {
        WebhookServer.log().isAway();
        Map<String, String> message = new TreeMap<>(CALL);
        message.put("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE5");
        message.put("RecordingDuration", "7");

        HttpResponse<String> held = Twilio.post("/twilio/voicemail?step=2&delivery=17&workspace=demo", message);
        Twilio.post(redirect(held), CALL);

        List<CommandMessage> commands = WebhookServer.log().commands();
        assertThat(commands.get(1)).isEqualTo(commands.get(0));
        assertThat(((RecordVoicemail) commands.get(1).command()).recordingSid()).isEqualTo("RE5");
    }

    @Test
    void after_a_minute_of_holding_the_caller_may_leave_a_message_and_is_thanked_for_it() {
        WebhookServer.log().isAway();
        Instant first = WebhookServer.now();
        String again = redirect(Twilio.post("/twilio/voice", CALL));
        assertThat(again).contains("heldSince=" + first.toEpochMilli());

        WebhookServer.setNow(first.plusSeconds(59));
        again = redirect(Twilio.post(again, CALL));
        assertThat(again).contains("heldSince=" + first.toEpochMilli());

        WebhookServer.setNow(first.plusSeconds(60));
        String document = Twilio.post(again, CALL).body();
        assertThat(document).contains("<Record ").contains("<Hangup/>");

        Matcher action = Pattern.compile(" action=\"([^\"]+)\"").matcher(document);
        assertThat(action.find()).isTrue();
        Map<String, String> message = new TreeMap<>(CALL);
        message.put("RecordingSid", "RE5");
        assertThat(Twilio.post(local(action.group(1)), message).body()).contains("<Say>Thank you. Goodbye.</Say>");
    }

    @Test
    void a_bare_request_is_answered_from_the_view_and_held_while_the_call_is_not_known() {
        WebhookServer.log().isSilent();
        assertThat(redirect(Twilio.post("/twilio/connect?workspace=demo", CALL)))
                .startsWith("/twilio/connect?");

        WebhookServer.log().append(Calls.received(), Calls.hangUpStarted());
        assertThat(Twilio.post("/twilio/connect?workspace=demo", CALL).body()).contains("<Hangup/>");
        assertThat(WebhookServer.log().commands()).isEmpty();
    }

    private static String redirect(HttpResponse<String> response) {
        Matcher matcher = REDIRECT.matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return local(matcher.group(1));
    }

    private static String local(String url) {
        String unescaped = url.replace("&amp;", "&");
        assertThat(unescaped).startsWith(IngressSettingsFixture.PUBLIC_BASE_URL);
        return unescaped.substring(IngressSettingsFixture.PUBLIC_BASE_URL.length());
    }
}
