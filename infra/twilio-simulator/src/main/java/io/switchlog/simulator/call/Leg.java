package io.switchlog.simulator.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One leg as it stands: the caller's, or that of a dialled client.
 *
 * @param parentCallSid the caller's leg; null for the caller's leg itself
 * @param agentId the dialled identity; null for the caller's leg
 * @param customParameters what the noun hands to the device
 */
public record Leg(
        String callSid,
        @Nullable String parentCallSid,
        @Nullable String agentId,
        String from,
        String to,
        @Nullable String callerName,
        Map<String, String> customParameters,
        CallStatus status,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    static Leg ofCaller(Caller caller) {
        return new Leg(
                Sid.call(),
                null,
                null,
                caller.from(),
                caller.to(),
                caller.callerName(),
                Map.of(),
                CallStatus.RINGING,
                Instant.now(),
                null,
                null);
    }

    static Leg ofClient(Leg parent, String agentId, String from, Map<String, String> customParameters) {
        return new Leg(
                Sid.call(),
                parent.callSid(),
                agentId,
                from,
                "client:" + agentId,
                null,
                customParameters,
                CallStatus.RINGING,
                Instant.now(),
                null,
                null);
    }

    Leg answered() {
        return with(CallStatus.IN_PROGRESS, Instant.now(), null);
    }

    Leg ended(CallStatus finalStatus) {
        return with(finalStatus, answeredAt, Instant.now());
    }

    private Leg with(CallStatus newStatus, @Nullable Instant answered, @Nullable Instant ended) {
        return new Leg(
                callSid,
                parentCallSid,
                agentId,
                from,
                to,
                callerName,
                customParameters,
                newStatus,
                createdAt,
                answered,
                ended);
    }

    /** Inbound for the caller's leg, outbound-dial for a leg that a Dial rings. */
    public String direction() {
        return parentCallSid == null ? "inbound" : "outbound-dial";
    }

    /** Whole seconds from the answer to the end, or to now; 0 before an answer. */
    public long durationSeconds() {
        if (answeredAt == null) {
            return 0;
        }
        return Duration.between(answeredAt, endedAt == null ? Instant.now() : endedAt)
                .toSeconds();
    }

    /** The parameters that every webhook about this leg has (Twilio, "TwiML voice: request parameters"). */
    Map<String, String> parameters(String accountSid, String apiVersion) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CallSid", callSid);
        if (parentCallSid != null) {
            parameters.put("ParentCallSid", parentCallSid);
        }
        parameters.put("AccountSid", accountSid);
        parameters.put("From", from);
        parameters.put("To", to);
        parameters.put("Caller", from);
        parameters.put("Called", to);
        if (callerName != null) {
            parameters.put("CallerName", callerName);
        }
        parameters.put("CallStatus", status.twilioName());
        parameters.put("ApiVersion", apiVersion);
        parameters.put("Direction", direction());
        return parameters;
    }
}
