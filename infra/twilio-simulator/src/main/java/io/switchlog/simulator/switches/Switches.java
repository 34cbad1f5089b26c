package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What Twilio's documentation leaves open, how long a simulated second of talk takes, and what goes wrong on a bad day. Of
 * what is open, the defaults are the cases that are hardest for whoever answers the webhooks; of faults there are none.
 *
 * @param cancelOthersAt when the other legs of a Dial are cancelled once one has accepted
 * @param actionOnCallerHangUp whether a Dial's action is requested when the caller hangs up
 * @param mixedRejectionStatus the DialCallStatus when some rejected and others did not answer
 * @param redirectOfRingingLeg what REST says to the redirect of a caller's leg that is still ringing
 * @param actionAtRedirect when the action of a verb that a redirect cuts short is requested
 * @param sayMillis how long one Say takes, whatever its text
 * @param playMillis how long one round of Play takes, whatever its media
 * @param speaksForSeconds how long a caller speaks to a recording, unless the call says so; 0 is silence
 * @param webhookTimeoutMillis how long Twilio waits for a webhook in all (its connection override {@code tt})
 * @param seed of all chance; never a call's own
 */
public record Switches(
        CancelOthersAt cancelOthersAt,
        boolean actionOnCallerHangUp,
        MixedRejectionStatus mixedRejectionStatus,
        RedirectOfRingingLeg redirectOfRingingLeg,
        ActionAtRedirect actionAtRedirect,
        long sayMillis,
        long playMillis,
        double speaksForSeconds,
        long webhookTimeoutMillis,
        CallbackFaults callbacks,
        RestFaults rest,
        long seed) {

    /**
     * Accept is the harder: a loser who accepts first cancels the winner's ringing leg, and is then hung up by its own
     * screening.
     */
    public enum CancelOthersAt {
        @JsonProperty("accept")
        ACCEPT,
        @JsonProperty("bridging")
        BRIDGING
    }

    /** Twilio documents neither. */
    public enum MixedRejectionStatus {
        @JsonProperty("busy")
        BUSY,
        @JsonProperty("no-answer")
        NO_ANSWER
    }

    /** Refusal is error 21220. */
    public enum RedirectOfRingingLeg {
        @JsonProperty("accept")
        ACCEPT,
        @JsonProperty("refuse")
        REFUSE
    }

    /** Before the redirect's own URL is what was measured; nobody promises it. */
    public enum ActionAtRedirect {
        @JsonProperty("before")
        BEFORE,
        @JsonProperty("after")
        AFTER
    }

    static Switches defaults(long seed) {
        return new Switches(
                CancelOthersAt.ACCEPT,
                true,
                MixedRejectionStatus.NO_ANSWER,
                RedirectOfRingingLeg.ACCEPT,
                ActionAtRedirect.BEFORE,
                300,
                3_000,
                1,
                15_000,
                CallbackFaults.NONE,
                RestFaults.NONE,
                seed);
    }

    public Duration sayTime() {
        return Duration.ofMillis(sayMillis);
    }

    public Duration playTime() {
        return Duration.ofMillis(playMillis);
    }

    public Duration speakingTime() {
        return Duration.ofMillis(Math.round(speaksForSeconds * 1000));
    }

    public Duration webhookTimeout() {
        return Duration.ofMillis(webhookTimeoutMillis);
    }
}
