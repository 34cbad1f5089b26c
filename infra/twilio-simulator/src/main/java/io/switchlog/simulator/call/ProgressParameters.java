package io.switchlog.simulator.call;

import io.switchlog.simulator.webhook.TwilioTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a status callback tells beyond the parameters of every webhook (Twilio, "TwiML voice: statusCallback"). */
final class ProgressParameters {
    private static final long SECONDS_PER_BILLED_MINUTE = 60;

    private ProgressParameters() {}

    static Map<String, String> underWay(int sequenceNumber) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Timestamp", TwilioTime.of(Instant.now()));
        parameters.put("CallbackSource", "call-progress-events");
        parameters.put("SequenceNumber", Integer.toString(sequenceNumber));
        return parameters;
    }

    /** CallDuration in seconds, and Duration in minutes begun, as Twilio bills them. */
    static Map<String, String> atTheEnd(Leg leg, int sequenceNumber) {
        long seconds = leg.durationSeconds();
        Map<String, String> parameters = underWay(sequenceNumber);
        parameters.put("CallDuration", Long.toString(seconds));
        parameters.put("Duration", Long.toString(Math.ceilDiv(seconds, SECONDS_PER_BILLED_MINUTE)));
        return parameters;
    }
}
