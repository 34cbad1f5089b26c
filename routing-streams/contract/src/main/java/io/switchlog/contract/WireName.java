package io.switchlog.contract;

import java.util.Locale;

/** A constant as it is written on the log, in the API, to Twilio and in metrics: {@code NO_ANSWER} is {@code no-answer}. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
