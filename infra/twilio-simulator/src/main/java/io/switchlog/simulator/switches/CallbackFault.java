package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which callbacks a fault strikes, and how often.
 *
 * @param kinds all, if null
 * @param statuses what they report (CallStatus, DialCallStatus, RecordingStatus or TranscriptionStatus); all, if null
 * @param probability from 0 to 1; always, if null
 * @param count how many more times it may strike; without end, if null
 * @param millis by how much, where the fault is one of time; null for what {@link CallbackFaults} says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallbackFault(
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackKind> kinds,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> statuses,
        @Nullable Double probability,
        @Nullable Allowance count,
        @Nullable Long millis) {

    boolean strikes(CallbackKind kind, String status, RandomGenerator chance) {
        return (kinds == null || kinds.contains(kind))
                && (statuses == null || statuses.contains(status))
                && Odds.strike(probability, count, chance);
    }

    Duration by(Duration otherwise) {
        return millis == null ? otherwise : Duration.ofMillis(millis);
    }
}
