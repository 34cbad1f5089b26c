package io.switchlog.bench.phone;

import io.switchlog.driver.Webhooks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Calls that come in and end, straight through the ingress's webhooks: no device rings, so nothing but what is wanted is measured. */
public final class Callers {

    /** After a rate that was too much there is a backlog, and 503 until it is done. */
    private static final int ATTEMPTS = 10;

    private final Webhooks webhooks;

    public Callers(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** A call that rings. */
    public Document call(String callSid) {
        HttpResponse<String> answer = webhooks.post("/twilio/voice", Webhooks.voice(callSid));
        Document document = Document.of(answer.body());
        if (answer.statusCode() != 200 || document.answerUrls().isEmpty()) {
            throw new IllegalStateException(
                    callSid + " rings for nobody: " + answer.statusCode() + " " + answer.body());
        }
        return document;
    }

    /** The caller is gone. */
    public void hangUp(String callSid) {
        Map<String, String> over = new HashMap<>(Webhooks.voice(callSid));
        over.put("CallStatus", "completed");
        for (int attempt = 1; webhooks.post("/twilio/call-status", over).statusCode() / 100 != 2; attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the end of " + callSid + " is not taken");
            }
        }
    }
}
