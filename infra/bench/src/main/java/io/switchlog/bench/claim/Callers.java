package io.switchlog.bench.claim;

import io.switchlog.driver.Webhooks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Calls that come in and end, straight through the ingress's webhooks: no device rings, so nothing but the claim is measured. */
final class Callers {

    private static final Pattern CLIENT = Pattern.compile("<Identity>([^<]+)</Identity>");

    /** After a rate that was too much there is a backlog, and 503 until it is done. */
    private static final int ATTEMPTS = 10;

    private final Webhooks webhooks;

    Callers(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** A call that rings. */
    RingingCall call(String callSid) {
        HttpResponse<String> answer = webhooks.post("/twilio/voice", Webhooks.voice(callSid));
        List<String> agentIds = CLIENT.matcher(answer.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        if (answer.statusCode() != 200 || agentIds.isEmpty()) {
            throw new IllegalStateException(
                    callSid + " rings for nobody: " + answer.statusCode() + " " + answer.body());
        }
        return new RingingCall(callSid, agentIds);
    }

    void hangUp(String callSid) {
        Map<String, String> over = new HashMap<>(Webhooks.voice(callSid));
        over.put("CallStatus", "completed");
        for (int attempt = 1; webhooks.post("/twilio/call-status", over).statusCode() / 100 != 2; attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the end of " + callSid + " is not taken");
            }
        }
    }
}
