package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.switches.Switches.CancelOthersAt;
import io.switchlog.simulator.switches.Switches.MixedRejectionStatus;
import io.switchlog.simulator.switches.Switches.RedirectOfRingingLeg;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New values for some switches; those that are absent stay as they are. */
record SwitchRequest(
        @Nullable CancelOthersAt cancelOthersAt,
        @Nullable Boolean actionOnCallerHangUp,
        @Nullable MixedRejectionStatus mixedRejectionStatus,
        @Nullable RedirectOfRingingLeg redirectOfRingingLeg,
        @Nullable Long sayMillis,
        @Nullable Long playMillis,
        @Nullable Double speaksForSeconds) {

    private static final long MAX_MILLIS = 600_000;

    /** Twilio's default for the longest recording. */
    private static final double MAX_SPEAKING_SECONDS = 3_600;

    Switches applyTo(Switches current) {
        return new Switches(
                Objects.requireNonNullElse(cancelOthersAt, current.cancelOthersAt()),
                Objects.requireNonNullElse(actionOnCallerHangUp, current.actionOnCallerHangUp()),
                Objects.requireNonNullElse(mixedRejectionStatus, current.mixedRejectionStatus()),
                Objects.requireNonNullElse(redirectOfRingingLeg, current.redirectOfRingingLeg()),
                millis("sayMillis", Objects.requireNonNullElse(sayMillis, current.sayMillis())),
                millis("playMillis", Objects.requireNonNullElse(playMillis, current.playMillis())),
                requireSpeakingTime(Objects.requireNonNullElse(speaksForSeconds, current.speaksForSeconds())));
    }

    private static long millis(String field, long value) {
        if (value < 0 || value > MAX_MILLIS) {
            throw Problems.badField(field, "must be from 0 to " + MAX_MILLIS);
        }
        return value;
    }

    /** Also the rule of a single call's speaking time. */
    static double requireSpeakingTime(double seconds) {
        if (!(seconds >= 0 && seconds <= MAX_SPEAKING_SECONDS)) {
            throw Problems.badField("speaksForSeconds", "must be from 0 to " + MAX_SPEAKING_SECONDS);
        }
        return seconds;
    }
}
