package io.switchlog.ingress.twiml;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a caller to leave a message. */
public final class VoicemailTwiml {

    private final Links links;

    public VoicemailTwiml(Links links) {
        this.links = links;
    }

    String of(LiveCall call, Stage.Voicemail stage) {
        return document(stage, CallerTwiml.place(call), call.workspace());
    }

    /**
     * For a caller whom we have held as long as a caller can be held. The document is no delivery of the call's, so its URLs
     * name neither step nor delivery.
     *
     * @param heldSince when the caller was first held, milliseconds since the epoch
     */
    public String standIn(String workspace, long heldSince) {
        RoutingSettings settings = RoutingSettings.DEFAULTS;
        Map<String, String> action = new LinkedHashMap<>();
        action.put("workspace", workspace);
        action.put("heldSince", Long.toString(heldSince));
        return document(
                new Stage.Voicemail(
                        settings.voicemailGreeting(),
                        settings.voicemailMaxSeconds(),
                        settings.voicemailSilenceSeconds()),
                action,
                workspace);
    }

    public static String thanks() {
        return Documents.farewell("Thank you. Goodbye.");
    }

    private String document(Stage.Voicemail stage, Map<String, String> action, String workspace) {
        Record record = new Record.Builder()
                .maxLength(stage.maxSeconds())
                .timeout(stage.silenceSeconds())
                .playBeep(true)
                .transcribe(true)
                .action(links.to(Links.VOICEMAIL, action))
                .method(HttpMethod.POST)
                .recordingStatusCallback(links.to(Links.RECORDING_STATUS, Map.of("workspace", workspace)))
                .recordingStatusCallbackMethod(HttpMethod.POST)
                .recordingStatusCallbackEvents(List.of(Record.RecordingEvent.COMPLETED, Record.RecordingEvent.ABSENT))
                .transcribeCallback(links.to(Links.TRANSCRIPTION, Map.of("workspace", workspace)))
                .build();
        return Documents.xml(new VoiceResponse.Builder()
                .say(Documents.say(stage.greeting()))
                .record(record)
                // A caller who says nothing falls through to here: Twilio does not request the action then.
                .say(Documents.say("We heard no message. Goodbye."))
                .hangup(new Hangup.Builder().build()));
    }
}
