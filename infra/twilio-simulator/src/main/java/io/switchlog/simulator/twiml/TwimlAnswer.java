package io.switchlog.simulator.twiml;

import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookAnswer;
import io.switchlog.simulator.webhook.WebhookAnswer.Answered;
import io.switchlog.simulator.webhook.WebhookAnswer.Unanswered;
import java.util.Locale;
import java.util.Set;

/** Reads what a webhook answered as TwiML; anything else, and no answer at all, is a fault. */
public final class TwimlAnswer {
    /** What Twilio reads as TwiML (Twilio, "TwiML: MIME types"); the other types that it knows are media, not modelled. */
    private static final Set<String> TWIML_TYPES = Set.of("text/xml", "application/xml", "text/html");

    private TwimlAnswer() {}

    public static TwimlDocument read(WebhookAnswer answer, Endpoint endpoint) throws TwimlFault {
        return switch (answer) {
            case Unanswered(String reason) -> throw new TwimlFault(TwimlFault.HTTP_CONNECTION, reason);
            case Answered answered -> read(answered, endpoint);
        };
    }

    private static TwimlDocument read(Answered answered, Endpoint endpoint) throws TwimlFault {
        if (!answered.isSuccess()) {
            throw new TwimlFault(TwimlFault.HTTP_RETRIEVAL, "HTTP status " + answered.status());
        }
        String type = answered.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TWIML_TYPES.contains(type)) {
            throw new TwimlFault(TwimlFault.CONTENT_TYPE, "The content type is '" + type + "'");
        }
        return TwimlParser.parse(answered.body(), endpoint.url());
    }
}
