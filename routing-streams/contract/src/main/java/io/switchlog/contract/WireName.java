package io.switchlog.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A constant as it is written on the log, in the API, to Twilio and in metrics: {@code NO_ANSWER} is {@code no-answer}. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that is written so; empty if none of them is. */
    public static <C extends Enum<C>> Optional<C> find(Class<C> constants, @Nullable String word) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
