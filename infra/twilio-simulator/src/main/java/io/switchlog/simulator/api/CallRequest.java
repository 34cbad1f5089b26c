package io.switchlog.simulator.api;

import io.switchlog.simulator.call.Caller;
import io.switchlog.simulator.switches.ThrownSwitches;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a call; every field may be absent.
 *
 * @param switches the call's own, from its first webhook on
 */
record CallRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String callerName,
        @Nullable Double speaksForSeconds,
        @Nullable ThrownSwitches switches) {

    /** E.164 (ITU-T): a plus sign and at most 15 digits, the first of which is not 0. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    /** Numbers that North America reserves for fiction. */
    private static final String DEFAULT_FROM = "+15005550101";

    private static final String DEFAULT_TO = "+15005550100";

    private static final int MAX_CALLER_NAME = 100;

    Caller caller() {
        return new Caller(
                number("from", Objects.requireNonNullElse(from, DEFAULT_FROM)),
                number("to", Objects.requireNonNullElse(to, DEFAULT_TO)),
                callerName(callerName),
                speaksForSeconds == null ? null : speakingTime(speaksForSeconds));
    }

    ThrownSwitches ownSwitches() {
        if (switches == null) {
            return ThrownSwitches.NONE;
        }
        SwitchRules.checkOfOneCall("switches.", switches);
        return switches;
    }

    private static String number(String field, String value) {
        if (!E164.matcher(value).matches()) {
            throw Problems.badField(field, "must be a phone number in E.164, such as +15005550101");
        }
        return value;
    }

    private static @Nullable String callerName(@Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > MAX_CALLER_NAME)) {
            throw Problems.badField("callerName", "must have 1 to " + MAX_CALLER_NAME + " characters");
        }
        return value;
    }

    private static Duration speakingTime(double seconds) {
        SwitchRules.requireSpeakingTime("speaksForSeconds", seconds);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
