package io.switchlog.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace routes. Settings change by command, so that each decision can be repeated from the log alone.
 *
 * @param ringTimeoutSeconds how long one attempt rings, {@value #MIN_RING_SECONDS} to {@value #MAX_RING_SECONDS}
 * @param connectTimeoutSeconds how long a claimant's device may take to come up before the claim is released
 * @param offerAgainWhenAgentLegEnds whether a caller whose agent's leg ended without that agent's hang-up is offered again;
 *     otherwise the call ends
 * @param voicemailGreeting what the caller hears before the tone
 * @param voicemailMaxSeconds longest message; Twilio transcribes recordings of 2 to 120 seconds
 * @param voicemailSilenceSeconds silence that ends a message
 * @param parkTimeoutSeconds how long a call may be parked before it counts as forgotten, {@value #MIN_PARK_SECONDS} to
 *     {@value #MAX_PARK_SECONDS}
 * @param heartbeatTimeoutSeconds how long nothing may be heard of an agent before they are offline, {@value #MIN_HEARTBEAT_SECONDS} to
 *     {@value #MAX_HEARTBEAT_SECONDS}
 * @param ringUnprovenAgents whether those who only say that they are available are rung when nobody passes
 */
public record RoutingSettings(
        int ringTimeoutSeconds,
        int connectTimeoutSeconds,
        boolean offerAgainWhenAgentLegEnds,
        String voicemailGreeting,
        int voicemailMaxSeconds,
        int voicemailSilenceSeconds,
        int parkTimeoutSeconds,
        int heartbeatTimeoutSeconds,
        boolean ringUnprovenAgents) {

    /** {@code <Dial timeout>} accepts 5 to 600 seconds, see https://www.twilio.com/docs/voice/twiml/dial#timeout. */
    public static final int MIN_RING_SECONDS = 5;

    public static final int MAX_RING_SECONDS = 600;

    /** A parked call that rings again before an agent can have walked to a colleague is no help. */
    public static final int MIN_PARK_SECONDS = 10;

    public static final int MAX_PARK_SECONDS = 3600;

    public static final int MIN_HEARTBEAT_SECONDS = 5;

    public static final int MAX_HEARTBEAT_SECONDS = 300;

    /** Twilio adds this to the {@code <Dial timeout>} it is given, so we subtract it. */
    public static final int DIAL_GRACE_SECONDS = 5;

    /**
     * Our own timer comes this long after Twilio should have reported the end of a {@code <Dial>}, so that it only acts when that
     * report is missing.
     */
    public static final int BACKSTOP_SECONDS = 5;

    public static final RoutingSettings DEFAULTS = new RoutingSettings(
            30,
            10,
            false,
            "We are sorry, nobody can take your call right now. Please leave a message after the tone.",
            120,
            3,
            300,
            30,
            true);

    /** Settings on an older log say nothing of what came later. */
    @JsonCreator
    static RoutingSettings read(
            @JsonProperty(value = "ringTimeoutSeconds", required = true) int ringTimeoutSeconds,
            @JsonProperty(value = "connectTimeoutSeconds", required = true) int connectTimeoutSeconds,
            @JsonProperty(value = "offerAgainWhenAgentLegEnds", required = true) boolean offerAgainWhenAgentLegEnds,
            @JsonProperty(value = "voicemailGreeting", required = true) String voicemailGreeting,
            @JsonProperty(value = "voicemailMaxSeconds", required = true) int voicemailMaxSeconds,
            @JsonProperty(value = "voicemailSilenceSeconds", required = true) int voicemailSilenceSeconds,
            @JsonProperty("parkTimeoutSeconds") @Nullable Integer parkTimeoutSeconds,
            @JsonProperty("heartbeatTimeoutSeconds") @Nullable Integer heartbeatTimeoutSeconds,
            @JsonProperty("ringUnprovenAgents") @Nullable Boolean ringUnprovenAgents) {
        return new RoutingSettings(
                ringTimeoutSeconds,
                connectTimeoutSeconds,
                offerAgainWhenAgentLegEnds,
                voicemailGreeting,
                voicemailMaxSeconds,
                voicemailSilenceSeconds,
                Change.orElse(parkTimeoutSeconds, DEFAULTS.parkTimeoutSeconds),
                Change.orElse(heartbeatTimeoutSeconds, DEFAULTS.heartbeatTimeoutSeconds),
                Change.orElse(ringUnprovenAgents, DEFAULTS.ringUnprovenAgents));
    }

    /** What to write into {@code <Dial timeout>} so that Twilio rings for {@code ringTimeoutSeconds}. */
    public int dialTimeoutSeconds() {
        return Math.max(MIN_RING_SECONDS, ringTimeoutSeconds - DIAL_GRACE_SECONDS);
    }

    /** What to write into {@code <Dial timeout>} so that Twilio rings an agent who has asked for the call. */
    public int connectDialTimeoutSeconds() {
        return Math.max(MIN_RING_SECONDS, connectTimeoutSeconds - DIAL_GRACE_SECONDS);
    }

    /** A change of some of the settings; what is null stays as it is. */
    public record Change(
            @Nullable Integer ringTimeoutSeconds,
            @Nullable Integer connectTimeoutSeconds,
            @Nullable Boolean offerAgainWhenAgentLegEnds,
            @Nullable String voicemailGreeting,
            @Nullable Integer voicemailMaxSeconds,
            @Nullable Integer voicemailSilenceSeconds,
            @Nullable Integer parkTimeoutSeconds,
            @Nullable Integer heartbeatTimeoutSeconds,
            @Nullable Boolean ringUnprovenAgents) {

        public RoutingSettings applyTo(RoutingSettings old) {
            return new RoutingSettings(
                    orElse(ringTimeoutSeconds, old.ringTimeoutSeconds),
                    orElse(connectTimeoutSeconds, old.connectTimeoutSeconds),
                    orElse(offerAgainWhenAgentLegEnds, old.offerAgainWhenAgentLegEnds),
                    orElse(voicemailGreeting, old.voicemailGreeting),
                    orElse(voicemailMaxSeconds, old.voicemailMaxSeconds),
                    orElse(voicemailSilenceSeconds, old.voicemailSilenceSeconds),
                    orElse(parkTimeoutSeconds, old.parkTimeoutSeconds),
                    orElse(heartbeatTimeoutSeconds, old.heartbeatTimeoutSeconds),
                    orElse(ringUnprovenAgents, old.ringUnprovenAgents));
        }

        private static <T> T orElse(@Nullable T changed, T old) {
            return changed == null ? old : changed;
        }
    }

    /** The first setting that is out of its range, in words that name it and the range; null when all are well. */
    public @Nullable String violation() {
        if (ringTimeoutSeconds < MIN_RING_SECONDS || ringTimeoutSeconds > MAX_RING_SECONDS) {
            return "ringTimeoutSeconds: expected " + MIN_RING_SECONDS + " to " + MAX_RING_SECONDS;
        }
        if (connectTimeoutSeconds < 1 || connectTimeoutSeconds > 60) {
            return "connectTimeoutSeconds: expected 1 to 60";
        }
        if (voicemailGreeting.isBlank() || voicemailGreeting.length() > 1000) {
            return "voicemailGreeting: expected 1 to 1000 characters";
        }
        if (!WritableText.isWritable(voicemailGreeting)) {
            return "voicemailGreeting: expected no control characters and no half characters";
        }
        if (voicemailMaxSeconds < 2 || voicemailMaxSeconds > 120) {
            return "voicemailMaxSeconds: expected 2 to 120";
        }
        if (voicemailSilenceSeconds < 1 || voicemailSilenceSeconds > 60) {
            return "voicemailSilenceSeconds: expected 1 to 60";
        }
        if (parkTimeoutSeconds < MIN_PARK_SECONDS || parkTimeoutSeconds > MAX_PARK_SECONDS) {
            return "parkTimeoutSeconds: expected " + MIN_PARK_SECONDS + " to " + MAX_PARK_SECONDS;
        }
        if (heartbeatTimeoutSeconds < MIN_HEARTBEAT_SECONDS || heartbeatTimeoutSeconds > MAX_HEARTBEAT_SECONDS) {
            return "heartbeatTimeoutSeconds: expected " + MIN_HEARTBEAT_SECONDS + " to " + MAX_HEARTBEAT_SECONDS;
        }
        return null;
    }
}
