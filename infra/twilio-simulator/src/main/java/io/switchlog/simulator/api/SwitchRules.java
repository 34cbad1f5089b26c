package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.Allowance;
import io.switchlog.simulator.switches.CallbackFaults;
import io.switchlog.simulator.switches.RestFaults;
import io.switchlog.simulator.switches.ThrownSwitches;
import org.jspecify.annotations.Nullable;

/** What may be thrown; each refusal names the field by its path, such as {@code callbacks.late[0].millis}. */
final class SwitchRules {
    static final long MAX_MILLIS = 600_000;

    /** Twilio's default for the longest recording. */
    private static final double MAX_SPEAKING_SECONDS = 3_600;

    /** Bounds of Twilio's connection override {@code tt}. */
    private static final long MIN_WEBHOOK_TIMEOUT_MILLIS = 100;

    private static final long MAX_WEBHOOK_TIMEOUT_MILLIS = 15_000;

    private SwitchRules() {}

    /** @param prefix of the fields' names: empty, or the way to the switches with a dot at its end */
    static void check(String prefix, ThrownSwitches thrown) {
        requireWithin(prefix + "sayMillis", thrown.sayMillis(), 0, MAX_MILLIS);
        requireWithin(prefix + "playMillis", thrown.playMillis(), 0, MAX_MILLIS);
        requireSpeakingTime(prefix + "speaksForSeconds", thrown.speaksForSeconds());
        requireWithin(
                prefix + "webhookTimeoutMillis",
                thrown.webhookTimeoutMillis(),
                MIN_WEBHOOK_TIMEOUT_MILLIS,
                MAX_WEBHOOK_TIMEOUT_MILLIS);
        CallbackFaults callbacks = thrown.callbacks();
        if (callbacks != null) {
            CallbackFaultRules.check(prefix + "callbacks.", callbacks);
        }
        RestFaults rest = thrown.rest();
        if (rest != null) {
            RestFaultRules.check(prefix + "rest.", rest);
        }
    }

    static void checkOfOneCall(String prefix, ThrownSwitches thrown) {
        requireAbsent(prefix + "seed", thrown.seed(), "is for all calls, not for one");
        check(prefix, thrown);
    }

    static void requireSpeakingTime(String field, @Nullable Double seconds) {
        if (seconds != null && !(seconds >= 0 && seconds <= MAX_SPEAKING_SECONDS)) {
            throw Problems.badField(field, "must be from 0 to " + MAX_SPEAKING_SECONDS);
        }
    }

    static void requireOdds(String fault, @Nullable Double probability, @Nullable Allowance count) {
        if (probability != null && !(probability >= 0 && probability <= 1)) {
            throw Problems.badField(fault + ".probability", "must be from 0 to 1");
        }
        if (count != null && count.left() < 0) {
            throw Problems.badField(fault + ".count", "must be 0 or more");
        }
    }

    static void requireWithin(String field, @Nullable Long value, long min, long max) {
        if (value != null && (value < min || value > max)) {
            throw Problems.badField(field, "must be from " + min + " to " + max);
        }
    }

    static void requireAbsent(String field, @Nullable Object value, String rule) {
        if (value != null) {
            throw Problems.badField(field, rule);
        }
    }
}
