package io.switchlog.simulator.call;

import io.switchlog.simulator.switches.Switches.MixedRejectionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Dial tells its action.
 *
 * @param callSid the bridged leg, else the first answered one, else the first one: Twilio does not say which it names
 * @param bridged whether the caller talked with anyone
 */
record DialResult(CallStatus status, String callSid, long durationSeconds, boolean bridged) {

    /**
     * Judges legs that have all ended; at least one.
     *
     * @param bridgedSid the leg that was bridged, or empty
     * @param mixed the status when some rejected and others did not answer
     */
    static DialResult of(List<Leg> legs, String bridgedSid, MixedRejectionStatus mixed) {
        boolean bridged = !bridgedSid.isEmpty();
        Leg named = legs.stream()
                .filter(leg -> bridged ? leg.callSid().equals(bridgedSid) : leg.answeredAt() != null)
                .findFirst()
                .orElse(legs.getFirst());
        return new DialResult(status(legs, mixed), named.callSid(), named.durationSeconds(), bridged);
    }

    /** An answered leg makes a Dial completed, even one whose screening hung up; a cancelled one makes it canceled. */
    private static CallStatus status(List<Leg> legs, MixedRejectionStatus mixed) {
        List<CallStatus> statuses = legs.stream().map(Leg::status).distinct().toList();
        if (legs.stream().anyMatch(leg -> leg.answeredAt() != null)) {
            return CallStatus.COMPLETED;
        }
        if (statuses.contains(CallStatus.CANCELED)) {
            return CallStatus.CANCELED;
        }
        if (statuses.size() == 1) {
            return statuses.getFirst();
        }
        return switch (mixed) {
            case BUSY -> CallStatus.BUSY;
            case NO_ANSWER -> CallStatus.NO_ANSWER;
        };
    }

    /** What Twilio says when a redirect cut the Dial short, whatever the legs did: a normal hang-up. */
    DialResult asIfHungUp() {
        return new DialResult(CallStatus.COMPLETED, callSid, durationSeconds, bridged);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("DialCallStatus", status.twilioName());
        parameters.put("DialCallSid", callSid);
        parameters.put("DialCallDuration", Long.toString(durationSeconds));
        parameters.put("DialBridged", Boolean.toString(bridged));
        return parameters;
    }
}
