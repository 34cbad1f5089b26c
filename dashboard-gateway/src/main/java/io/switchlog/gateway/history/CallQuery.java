package io.switchlog.gateway.history;

import io.switchlog.contract.WireName;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which calls somebody looks for.
 *
 * @param since received at that time or later
 * @param until received before that time
 * @param agentId who was granted the call at some time
 * @param number the caller's
 * @param to the number dialled
 */
record CallQuery(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String agentId,
        @Nullable String number,
        @Nullable String to,
        PastCall.@Nullable Outcome outcome,
        Page page) {

    private static final Set<String> PARAMETERS =
            new TreeSet<>(Set.of("since", "until", "agentId", "number", "to", "outcome", "limit", "after"));

    /** Reads a request's parameters. One that we do not know is refused: an answer without it would look like one with it. */
    static CallQuery of(Map<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problems.field(unknown, "one of " + String.join(", ", PARAMETERS));
                });
        return new CallQuery(
                time("since", parameters.get("since")),
                time("until", parameters.get("until")),
                agentId(parameters.get("agentId")),
                number("number", parameters.get("number")),
                number("to", parameters.get("to")),
                outcome(parameters.get("outcome")),
                Page.of(parameters.get("limit"), parameters.get("after")));
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign in a URL means a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problems.field(name, "a time with its offset, as 2026-01-31T08:00:00Z");
        }
    }

    private static @Nullable String agentId(@Nullable String text) {
        if (text != null && !GatewaySettings.isAgentId(text)) {
            throw Problems.field("agentId", "1 to 121 letters, digits and underscores");
        }
        return text;
    }

    /** People write numbers with blanks, hyphens and brackets, and a URL takes the plus sign for a blank. */
    private static @Nullable String number(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[\\s().-]", "");
        if (plain.matches("\\+?[0-9]{4,15}")) {
            return plain.startsWith("+") ? plain : "+" + plain;
        }
        if (!text.matches("\\p{Graph}{1,128}")) {
            throw Problems.field(name, "a number as +15550100, or what Twilio told instead of one");
        }
        return text;
    }

    private static PastCall.@Nullable Outcome outcome(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return WireName.find(PastCall.Outcome.class, text)
                .orElseThrow(() -> Problems.field(
                        "outcome",
                        Arrays.stream(PastCall.Outcome.values())
                                .map(WireName::of)
                                .collect(Collectors.joining(", "))));
    }
}
