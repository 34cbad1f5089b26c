package io.switchlog.client.settings;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by their names, and stops at the first that is missing or wrong.
 *
 * @param environment value of a setting by its name; null when it is not set
 */
public record SettingsReader(Function<String, @Nullable String> environment) {

    /**
     * A setting that must be there.
     *
     * @param expected what it should be, in words
     * @throws InvalidSettingException if it is not
     */
    public String required(String name, String expected, Predicate<String> isValid) {
        String value = optional(name, expected, isValid);
        if (value == null) {
            throw new InvalidSettingException(name, expected + ", but it is not set");
        }
        return value;
    }

    /**
     * A setting that may be left out. Set to nothing is the same as not set: that is how compose files pass on what they do not
     * have.
     *
     * @throws InvalidSettingException if it is there, and wrong
     */
    public @Nullable String optional(String name, String expected, Predicate<String> isValid) {
        String value = environment.apply(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!isValid.test(value)) {
            throw new InvalidSettingException(name, expected);
        }
        return value;
    }
}
