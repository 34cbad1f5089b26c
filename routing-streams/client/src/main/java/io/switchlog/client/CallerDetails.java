package io.switchlog.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a caller: the clear content of {@code CallReceived.from}.
 *
 * @param number as Twilio told it, E.164 where there is one
 * @param name as the network told it
 * @param parameters what else Twilio told, by the names of its webhook's parameters
 */
public record CallerDetails(String number, @Nullable String name, Map<String, String> parameters) {

    public CallerDetails {
        parameters = Map.copyOf(parameters);
    }

    /** Nothing: what is personal must not slip into a log line. */
    @Override
    public String toString() {
        return "CallerDetails";
    }
}
