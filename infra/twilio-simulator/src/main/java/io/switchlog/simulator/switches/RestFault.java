package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often a fault of REST strikes, and how.
 *
 * @param probability from 0 to 1; always, if null
 * @param count how many more times it may strike; without end, if null
 * @param millis how long, where the fault is one of time; null for what {@link RestFaults} says
 * @param status the HTTP status of a failure; 500, if null
 * @param processed whether Twilio does what it was asked before it fails; not, if null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestFault(
        @Nullable Double probability,
        @Nullable Allowance count,
        @Nullable Long millis,
        @Nullable Integer status,
        @Nullable Boolean processed) {

    private static final int INTERNAL_SERVER_ERROR = 500;

    boolean strikes(RandomGenerator chance) {
        return Odds.strike(probability, count, chance);
    }

    Duration lasting(Duration otherwise) {
        return millis == null ? otherwise : Duration.ofMillis(millis);
    }

    int httpStatus() {
        return Objects.requireNonNullElse(status, INTERNAL_SERVER_ERROR);
    }

    boolean isProcessed() {
        return Objects.requireNonNullElse(processed, false);
    }
}
