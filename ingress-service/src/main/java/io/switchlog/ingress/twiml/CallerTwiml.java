package io.switchlog.ingress.twiml;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Identity;
import com.twilio.twiml.voice.Parameter;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller's leg shall do next: a function of the call's current step, whoever asks and however late.
 *
 * <p>Each URL in a document carries the step and the delivery that the document belongs to, so that the end of an old
 * document can be told from the end of the current one.
 */
public final class CallerTwiml {

    /** How long a caller is held before we ask again, in seconds. */
    private static final int HOLD_PAUSE_SECONDS = 2;

    /** How long before hold music that could not be fetched is tried again. A redirect over REST waits for no pause. */
    private static final int SILENT_LOT_SECONDS = 10;

    private static final List<Client.Event> ALL_PROGRESS =
            List.of(Client.Event.INITIATED, Client.Event.RINGING, Client.Event.ANSWERED, Client.Event.COMPLETED);

    private final Links links;
    private final String holdMusicUrl;
    private final VoicemailTwiml voicemail;

    /** @param holdMusicUrl what parked callers hear, again and again */
    public CallerTwiml(Links links, String holdMusicUrl) {
        this.links = links;
        this.holdMusicUrl = holdMusicUrl;
        this.voicemail = new VoicemailTwiml(links);
    }

    /** The document of the call's current step. */
    public String current(LiveCall call) {
        return switch (call.stage()) {
            // Nobody to dial: the decision about what comes next is on its way, and the caller asks for it.
            case Stage.Received _ -> hold(Links.CONNECT, Map.of("workspace", call.workspace()));
            case Stage.Ringing ringing
            when ringing.agentIds().isEmpty() -> hold(Links.CONNECT, Map.of("workspace", call.workspace()));
            case Stage.Ringing ringing -> dial(call, ringing.agentIds(), ringing.dialTimeoutSeconds());
            case Stage.Connecting connecting ->
                dial(call, List.of(connecting.agentId()), aloneTimeout(connecting.connectTimeoutSeconds()));
            // The bridge broke, or Twilio asks twice: the caller goes back to whom they talked to.
            case Stage.Talking talking ->
                dial(call, List.of(talking.agentId()), aloneTimeout(RoutingSettings.DEFAULTS.connectTimeoutSeconds()));
            case Stage.HandedOver handedOver ->
                dial(call, List.of(handedOver.agentId()), handedOver.dialTimeoutSeconds());
            case Stage.Parked _ ->
                Documents.music(
                        holdMusicUrl, SILENT_LOT_SECONDS, links.to(Links.PARK, Map.of("workspace", call.workspace())));
            case Stage.Voicemail stage -> voicemail.of(call, stage);
            case Stage.Ending _ -> Documents.hangUp();
            case Stage.Ended ended ->
                ended.reason() == EndReason.VOICEMAIL_LEFT ? VoicemailTwiml.thanks() : Documents.hangUp();
        };
    }

    /** For a caller whose call nobody knows. */
    public String hangUp() {
        return Documents.hangUp();
    }

    /** Keeps the caller, and asks again. */
    public String hold(String path, Map<String, String> query) {
        return Documents.askAgain(HOLD_PAUSE_SECONDS, links.to(path, query));
    }

    private String dial(LiveCall call, List<String> agentIds, int timeoutSeconds) {
        Map<String, String> place = place(call);
        Dial.Builder dial = new Dial.Builder()
                .timeout(timeoutSeconds)
                // The caller's leg is in progress from the start, and can always be redirected.
                .answerOnBridge(false)
                .action(links.to(Links.DIAL_STATUS, place))
                .method(HttpMethod.POST);
        agentIds.forEach(agentId -> dial.client(client(call.callSid(), agentId, place)));
        return Documents.xml(new VoiceResponse.Builder().dial(dial.build()));
    }

    private Client client(String callSid, String agentId, Map<String, String> place) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("callSid", callSid);
        query.put("agent", agentId);
        query.putAll(place);
        return new Client.Builder()
                .identity(new Identity.Builder(agentId).build())
                // On the agent's device the SDK's own CallSid is the child leg's.
                .parameter(
                        new Parameter.Builder().name("callSid").value(callSid).build())
                .url(links.to(Links.AGENT_ANSWER, query))
                .method(HttpMethod.POST)
                .statusCallback(links.to(Links.CLIENT_STATUS, query))
                .statusCallbackMethod(HttpMethod.POST)
                .statusCallbackEvents(ALL_PROGRESS)
                .build();
    }

    private static int aloneTimeout(int connectTimeoutSeconds) {
        return Math.max(RoutingSettings.MIN_RING_SECONDS, connectTimeoutSeconds - RoutingSettings.DIAL_GRACE_SECONDS);
    }

    /** Which document a URL belongs to. The workspace is for an instance that does not know the call yet. */
    static Map<String, String> place(LiveCall call) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("step", Integer.toString(call.step()));
        place.put("delivery", Long.toString(call.delivery()));
        place.put("workspace", call.workspace());
        return place;
    }
}
