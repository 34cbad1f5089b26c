package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with requests to Twilio's REST. Of each list the first fault that strikes counts; a list that is null is
 * left to whoever else has a say.
 *
 * @param late the request is looked at {@code millis} later, 1000 by default
 * @param tooMany error 20429 (HTTP 429): not processed, as Twilio promises
 * @param failing HTTP {@code status}; {@code processed} or not
 * @param unanswered the connection is held for {@code millis}, 60,000 by default, and then gets a 504; {@code processed} or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestFaults(
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<RestFault> late,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<RestFault> tooMany,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<RestFault> failing,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<RestFault> unanswered) {

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

    /** Twice the 30 s that Twilio's own libraries wait for an answer. */
    private static final Duration BEYOND_ANY_PATIENCE = Duration.ofSeconds(60);

    static final RestFaults NONE = new RestFaults(List.of(), List.of(), List.of(), List.of());

    /** These, and those for what these leave open. */
    RestFaults over(RestFaults others) {
        return new RestFaults(
                late == null ? others.late : late,
                tooMany == null ? others.tooMany : tooMany,
                failing == null ? others.failing : failing,
                unanswered == null ? others.unanswered : unanswered);
    }

    /** Draws what becomes of one request. */
    RestFate fateOf(RandomGenerator chance) {
        RestFault delay = struck(late, chance);
        return new RestFate(delay == null ? Duration.ZERO : delay.lasting(DEFAULT_DELAY), endOf(chance));
    }

    private RestFate.End endOf(RandomGenerator chance) {
        if (struck(tooMany, chance) != null) {
            return new RestFate.TooMany();
        }
        RestFault failure = struck(failing, chance);
        if (failure != null) {
            return new RestFate.Failing(failure.httpStatus(), failure.isProcessed());
        }
        RestFault silence = struck(unanswered, chance);
        return silence == null
                ? new RestFate.Answered()
                : new RestFate.Unanswered(silence.lasting(BEYOND_ANY_PATIENCE), silence.isProcessed());
    }

    private static @Nullable RestFault struck(@Nullable List<RestFault> faults, RandomGenerator chance) {
        return Objects.requireNonNullElse(faults, List.<RestFault>of()).stream()
                .filter(fault -> fault.strikes(chance))
                .findFirst()
                .orElse(null);
    }
}
