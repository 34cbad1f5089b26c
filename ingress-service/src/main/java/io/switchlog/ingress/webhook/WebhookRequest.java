package io.switchlog.ingress.webhook;

import io.switchlog.contract.WireName;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose signature has been checked.
 *
 * <p>Query and body stay apart, since the signature covers them differently and since the body is Twilio's and the query is
 * ours. What the body lacks is looked up in the query: a caller who was held comes back with what Twilio does not send twice.
 *
 * @param path as requested
 * @param query what our own URL says
 * @param form what Twilio says
 */
record WebhookRequest(String path, Map<String, String> query, Map<String, String> form) {

    /** Name of the request attribute under which the signature filter hands this on. */
    static final String ATTRIBUTE = "io.switchlog.ingress.webhook";

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_TEXT = 256;

    /** A parameter of up to 256 characters. */
    String text(String name) {
        String value = find(name);
        if (value == null || value.isBlank() || value.length() > LONGEST_TEXT) {
            throw new BadParameterException(name, "1 to " + LONGEST_TEXT + " characters");
        }
        return value;
    }

    /** A parameter, cut where it is longer than 256 characters; null when it is absent or blank. No call is refused for its name. */
    @Nullable
    String findText(String name) {
        String value = find(name);
        if (value == null || value.length() <= LONGEST_TEXT) {
            return value;
        }
        boolean splitsPair = Character.isHighSurrogate(value.charAt(LONGEST_TEXT - 1));
        return value.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    /** A parameter of any length; null when it is absent or blank. */
    @Nullable
    String find(String name) {
        String value = form.getOrDefault(name, query.get(name));
        return value == null || value.isBlank() ? null : value;
    }

    String sid(String name) {
        String sid = findSid(name);
        if (sid == null) {
            throw new BadParameterException(name, "1 to 64 letters, digits, _ or -");
        }
        return sid;
    }

    @Nullable
    String findSid(String name) {
        String value = find(name);
        if (value != null && !SID.matcher(value).matches()) {
            throw new BadParameterException(name, "1 to 64 letters, digits, _ or -");
        }
        return value;
    }

    /** One of Twilio's words, such as {@code in-progress}. */
    <W extends Enum<W>> W word(String name, Class<W> words) {
        return WireName.find(words, find(name))
                .orElseThrow(() -> new BadParameterException(name, "one of " + String.join(", ", wires(words))));
    }

    @Nullable
    Boolean findFlag(String name) {
        String value = find(name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadParameterException(name, "true or false");
        };
    }

    int step() {
        return findStep().orElseThrow(() -> new BadParameterException("step", "a whole number, in the URL's query"));
    }

    long delivery() {
        return findNumber("delivery")
                .orElseThrow(() -> new BadParameterException("delivery", "a whole number, in the URL's query"));
    }

    OptionalInt findStep() {
        OptionalLong step = findNumber("step");
        return step.isPresent()
                ? OptionalInt.of((int) Math.min(step.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    /** A whole number that is not negative. */
    OptionalLong findNumber(String name) {
        String value = find(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new BadParameterException(name, "a whole number");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /** A time as Twilio writes it (RFC 2822); null if it is absent or cannot be read: no news is refused for its date. */
    @Nullable
    Instant findTime(String name) {
        String value = find(name);
        try {
            return value == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    /** The query with these parameters added or replaced; null ones are left out. */
    Map<String, String> queryWith(Map<String, @Nullable String> more) {
        Map<String, String> all = new LinkedHashMap<>(query);
        more.forEach((name, value) -> {
            if (value != null) {
                all.put(name, value);
            }
        });
        return all;
    }

    private static <W extends Enum<W>> String[] wires(Class<W> words) {
        W[] all = words.getEnumConstants();
        String[] wires = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            wires[i] = WireName.of(all[i]);
        }
        return wires;
    }
}
