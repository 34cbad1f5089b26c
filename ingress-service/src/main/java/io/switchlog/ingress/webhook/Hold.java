package io.switchlog.ingress.webhook;

import io.switchlog.ingress.twiml.CallerTwiml;
import io.switchlog.ingress.twiml.VoicemailTwiml;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a caller while there is no decision: a pause, then the same request again, with the same command id. After a minute
 * of this the caller may at least leave a message. A caller is never dropped because we are slow.
 */
final class Hold {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What Twilio sends with this one request, and not again when it follows a redirect. Plain words and numbers all. */
    private static final List<String> NOT_SENT_AGAIN = List.of("DialCallStatus", "DialBridged", "RecordingDuration");

    private final CallerTwiml twiml;
    private final VoicemailTwiml voicemail;
    private final Clock clock;

    Hold(CallerTwiml twiml, VoicemailTwiml voicemail, Clock clock) {
        this.twiml = twiml;
        this.voicemail = voicemail;
        this.clock = clock;
    }

    String answer(WebhookRequest request, String workspace) {
        long now = clock.millis();
        long heldSince = request.findNumber("heldSince").orElse(now);
        if (now - heldSince < LONGEST.toMillis()) {
            return twiml.hold(request.path(), again(request, workspace, heldSince));
        }
        // Whoever comes from a message has left it, and would only be asked for another.
        return request.path().equals(VoicemailWebhooks.VOICEMAIL)
                ? VoicemailTwiml.thanks()
                : voicemail.standIn(workspace, heldSince);
    }

    private static Map<String, String> again(WebhookRequest request, String workspace, long heldSince) {
        Map<String, @Nullable String> more = new LinkedHashMap<>();
        more.put("workspace", workspace);
        NOT_SENT_AGAIN.forEach(name -> more.put(name, request.find(name)));
        // RecordingUrl would need percent escapes; its last segment says as much.
        more.put("RecordingSid", VoicemailWebhooks.recordingSid(request));
        more.put("heldSince", Long.toString(heldSince));
        return request.queryWith(more);
    }
}
