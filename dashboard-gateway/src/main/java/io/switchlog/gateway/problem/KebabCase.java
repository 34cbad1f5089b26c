package io.switchlog.gateway.problem;

import java.util.Locale;

/** Constants in the way in which the API writes them. */
public final class KebabCase {

    private KebabCase() {}

    /** {@code ALREADY_CLAIMED} becomes {@code already-claimed}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
