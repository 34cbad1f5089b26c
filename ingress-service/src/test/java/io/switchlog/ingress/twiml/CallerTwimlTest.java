package io.switchlog.ingress.twiml;

import static io.switchlog.ingress.Calls.SID;
import static io.switchlog.ingress.Calls.answered;
import static io.switchlog.ingress.Calls.claimed;
import static io.switchlog.ingress.Calls.ended;
import static io.switchlog.ingress.Calls.handedOut;
import static io.switchlog.ingress.Calls.hangUpStarted;
import static io.switchlog.ingress.Calls.parked;
import static io.switchlog.ingress.Calls.received;
import static io.switchlog.ingress.Calls.retrieved;
import static io.switchlog.ingress.Calls.ringing;
import static io.switchlog.ingress.Calls.transferReturned;
import static io.switchlog.ingress.Calls.transferStarted;
import static io.switchlog.ingress.Calls.voicemail;
import static org.xmlunit.assertj3.XmlAssert.assertThat;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.ClaimantDialled;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCalls;
import org.junit.jupiter.api.Test;

class CallerTwimlTest {

    private static final String BASE = "https://calls.example.test";

    private final LiveCalls calls = new LiveCalls();
    private final ScriptedLog log = new ScriptedLog(calls);
    private final Links links = new Links(BASE);
    private final CallerTwiml twiml = new CallerTwiml(links, "https://music.example.test/calm.mp3");

    @Test
    void a_ringing_call_dials_all_whose_phones_ring() {
        log.append(received(), ringing(1, CallControl.NONE, "ann", "bob"), handedOut(1));

        assertThat(current())
                .and(response("<Dial timeout='25' answerOnBridge='false' method='POST' action='"
                        + url("/twilio/dial-status?step=1&delivery=3&workspace=demo") + "'>" + client("ann", 1, 3)
                        + client("bob", 1, 3) + "</Dial>"))
                .areIdentical();
    }

    @Test
    void a_claimed_call_dials_the_claimant_alone_within_the_connect_timeout() {
        log.append(received(), ringing(1, CallControl.NONE, "ann", "bob"), handedOut(1));
        log.append(claimed("bob"));
        log.append(new ClaimantDialled(SID, 2, "bob"), handedOut(2));

        assertThat(current()).and(response(alone("bob", 5, 2, 6))).areIdentical();
    }

    @Test
    void a_caller_who_asks_again_amidst_the_conversation_goes_back_to_the_holder() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1));
        log.append(claimed("ann"));
        log.append(answered("ann"));

        assertThat(current()).and(response(alone("ann", 5, 1, 3))).areIdentical();
    }

    @Test
    void a_parked_caller_hears_music_without_end_and_asks_again_should_it_fail() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1));
        log.append(parked(2, CallControl.REDIRECT));

        assertThat(current())
                .and(response("<Play loop='0'>https://music.example.test/calm.mp3</Play><Pause length='10'/>"
                        + "<Redirect method='POST'>" + url("/twilio/park?workspace=demo") + "</Redirect>"))
                .areIdentical();
    }

    @Test
    void a_call_that_is_handed_over_dials_its_target_alone_for_as_long_as_the_decision_says() {
        log.append(received(), ringing(1, CallControl.NONE, "ann"), handedOut(1));
        log.append(retrieved(2, "bob"), handedOut(2));
        assertThat(current()).and(response(alone("bob", 20, 2, 5))).areIdentical();

        log.append(transferStarted(3, "carol", "bob"), handedOut(3));
        assertThat(current()).and(response(alone("carol", 20, 3, 7))).areIdentical();

        log.append(transferReturned(4, "bob"), handedOut(4));
        assertThat(current()).and(response(alone("bob", 20, 4, 9))).areIdentical();
    }

    @Test
    void voicemail_asks_for_a_message_and_lets_the_silent_go() {
        log.append(received(), voicemail(1, CallControl.NONE), handedOut(1));

        assertThat(current())
                .and(response("<Say>Ann &amp; Bob are out.</Say>"
                        + record(90, 4, "/twilio/voicemail?step=1&delivery=3&workspace=demo")
                        + "<Say>We heard no message. Goodbye.</Say><Hangup/>"))
                .areIdentical();
    }

    @Test
    void the_stand_in_voicemail_belongs_to_no_delivery() {
        assertThat(new VoicemailTwiml(links).standIn("demo", 1_700_000_000_000L))
                .and(response("<Say>We are sorry, nobody can take your call right now."
                        + " Please leave a message after the tone.</Say>"
                        + record(120, 3, "/twilio/voicemail?workspace=demo&heldSince=1700000000000")
                        + "<Say>We heard no message. Goodbye.</Say><Hangup/>"))
                .areIdentical();
    }

    @Test
    void an_ended_call_hangs_up_and_thanks_for_a_message() {
        log.append(received(), ended(EndReason.VOICEMAIL_LEFT));
        assertThat(current())
                .and(response("<Say>Thank you. Goodbye.</Say><Hangup/>"))
                .areIdentical();

        log.append(hangUpStarted());
        assertThat(current()).and(response("<Hangup/>")).areIdentical();
    }

    @Test
    void a_call_that_rings_for_nobody_yet_holds_its_caller_and_never_gets_an_empty_document() {
        log.append(received());
        String hold = response(
                "<Pause length='2'/><Redirect method='POST'>" + url("/twilio/connect?workspace=demo") + "</Redirect>");

        assertThat(current()).and(hold).areIdentical();
        log.append(ringing(1, CallControl.NONE));
        assertThat(current()).and(hold).areIdentical();
    }

    @Test
    void words_that_xml_cannot_hold_do_not_break_the_document() {
        assertThat(Documents.farewell("a\u0001b < c"))
                .and(response("<Say>a b &lt; c</Say><Hangup/>"))
                .areIdentical();
    }

    private String current() {
        return twiml.current(calls.find(SID).orElseThrow());
    }

    private static String alone(String agentId, int timeoutSeconds, int step, long delivery) {
        return "<Dial timeout='" + timeoutSeconds + "' answerOnBridge='false' method='POST' action='"
                + url("/twilio/dial-status?step=" + step + "&delivery=" + delivery + "&workspace=demo") + "'>"
                + client(agentId, step, delivery) + "</Dial>";
    }

    private static String client(String agentId, int step, long delivery) {
        String query =
                "?callSid=" + SID + "&agent=" + agentId + "&step=" + step + "&delivery=" + delivery + "&workspace=demo";
        return "<Client method='POST' url='" + url("/twilio/agent-answer" + query) + "' statusCallback='"
                + url("/twilio/client-status" + query) + "' statusCallbackMethod='POST'"
                + " statusCallbackEvent='initiated ringing answered completed'>"
                + "<Identity>" + agentId + "</Identity><Parameter name='callSid' value='" + SID + "'/></Client>";
    }

    private static String record(int maxLength, int timeout, String action) {
        return "<Record maxLength='" + maxLength + "' timeout='" + timeout
                + "' playBeep='true' transcribe='true' method='POST' action='" + url(action)
                + "' recordingStatusCallback='" + url("/twilio/recording-status?workspace=demo")
                + "' recordingStatusCallbackMethod='POST' recordingStatusCallbackEvent='completed absent'"
                + " transcribeCallback='" + url("/twilio/transcription?workspace=demo") + "'/>";
    }

    private static String url(String pathAndQuery) {
        return BASE + pathAndQuery.replace("&", "&amp;");
    }

    private static String response(String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><Response>" + content + "</Response>";
    }
}
