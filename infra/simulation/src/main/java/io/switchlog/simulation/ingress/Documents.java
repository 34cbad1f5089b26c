package io.switchlog.simulation.ingress;

import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.Stage;
import io.switchlog.simulation.twilio.Document;
import io.switchlog.simulation.twilio.Document.Place;
import io.switchlog.simulation.twilio.Webhook;
import java.util.List;

/** What a caller's leg shall do next: the rules of {@code io.switchlog.ingress.twiml.CallerTwiml}. */
final class Documents {

    private static final int HOLD_PAUSE_SECONDS = 2;
    private static final int SILENT_LOT_SECONDS = 10;
    private static final int SCREENING_PAUSE_SECONDS = 1;
    private static final long LONGEST_HOLD_MILLIS = 60_000;

    private Documents() {}

    /** The document of the call's current step. */
    static Document current(LiveCall call) {
        return switch (call.stage()) {
            case Stage.Received _ -> askAgain(call);
            case Stage.Ringing(List<String> agentIds, int _) when agentIds.isEmpty() -> askAgain(call);
            case Stage.Ringing(List<String> agentIds, int timeoutSeconds) ->
                new Document.Dial(agentIds, timeoutSeconds, place(call));
            case Stage.Connecting(String agentId, int timeoutSeconds) ->
                new Document.Dial(List.of(agentId), aloneTimeout(timeoutSeconds), place(call));
            case Stage.Talking(String agentId) ->
                new Document.Dial(
                        List.of(agentId), aloneTimeout(RoutingSettings.DEFAULTS.connectTimeoutSeconds()), place(call));
            case Stage.HandedOver(String agentId, int timeoutSeconds) ->
                new Document.Dial(List.of(agentId), timeoutSeconds, place(call));
            case Stage.Parked _ -> new Document.Music(SILENT_LOT_SECONDS, asksAgain(call), place(call));
            case Stage.Voicemail(String _, int maxSeconds, int silenceSeconds) ->
                new Document.LeaveMessage(call.workspace(), maxSeconds, silenceSeconds, place(call));
            case Stage.Ending _ -> new Document.HangUp();
            case Stage.Ended(EndReason reason) ->
                reason == EndReason.VOICEMAIL_LEFT ? new Document.Farewell() : new Document.HangUp();
        };
    }

    /**
     * For a leg about which there is no decision (yet). After a minute of this a caller may at least leave a message.
     *
     * @param now on this instance's clock
     */
    static Document hold(Webhook.Fetch request, String workspace, long now) {
        long since = request instanceof Webhook.Held(Webhook.Fetch _, long sinceMillis) ? sinceMillis : now;
        Webhook.Fetch bare = request instanceof Webhook.Held(Webhook.Fetch held, long _) ? held : request;
        if (bare instanceof Webhook.AgentAnswer) {
            return new Document.AskAgain(SCREENING_PAUSE_SECONDS, bare);
        }
        if (now - since < LONGEST_HOLD_MILLIS) {
            return new Document.AskAgain(HOLD_PAUSE_SECONDS, new Webhook.Held(bare, since));
        }
        RoutingSettings settings = RoutingSettings.DEFAULTS;
        return bare instanceof Webhook.Voicemail
                ? new Document.Farewell()
                : new Document.LeaveMessage(
                        workspace, settings.voicemailMaxSeconds(), settings.voicemailSilenceSeconds(), null);
    }

    /** For a caller on the line whom the log does not know. */
    static Document receiveAnew(String callSid, String workspace) {
        return new Document.AskAgain(HOLD_PAUSE_SECONDS, new Webhook.Voice(callSid, "caller-of-" + callSid, workspace));
    }

    private static Document askAgain(LiveCall call) {
        return new Document.AskAgain(HOLD_PAUSE_SECONDS, asksAgain(call));
    }

    private static Webhook.Fetch asksAgain(LiveCall call) {
        return new Webhook.Connect(call.callSid(), call.workspace(), null);
    }

    private static Place place(LiveCall call) {
        return new Place(call.workspace(), call.step(), call.delivery());
    }

    private static int aloneTimeout(int connectTimeoutSeconds) {
        return Math.max(RoutingSettings.MIN_RING_SECONDS, connectTimeoutSeconds - RoutingSettings.DIAL_GRACE_SECONDS);
    }
}
