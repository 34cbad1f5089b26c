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
 * What goes wrong between Twilio and our webhooks. Of each list the first fault that strikes counts; a list that is null is
 * left to whoever else has a say.
 *
 * @param dropped the request never arrives
 * @param unanswered the request arrives, and its answer never does
 * @param duplicated the request comes again, with the same idempotency token; {@code millis} after the first, 0 by default
 * @param late the request leaves {@code millis} later, 1000 by default; those behind it do not wait
 * @param reordered a later callback of the call overtakes it; it waits for none longer than {@code millis}, 2000 by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallbackFaults(
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackFault> dropped,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackFault> unanswered,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackFault> duplicated,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackFault> late,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<CallbackFault> reordered) {

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT_TO_BE_OVERTAKEN = Duration.ofSeconds(2);

    static final CallbackFaults NONE = new CallbackFaults(List.of(), List.of(), List.of(), List.of(), List.of());

    /** These, and those for what these leave open. */
    CallbackFaults over(CallbackFaults others) {
        return new CallbackFaults(
                dropped == null ? others.dropped : dropped,
                unanswered == null ? others.unanswered : unanswered,
                duplicated == null ? others.duplicated : duplicated,
                late == null ? others.late : late,
                reordered == null ? others.reordered : reordered);
    }

    /** Draws what becomes of one callback. */
    CallbackFate fateOf(CallbackKind kind, String status, RandomGenerator chance) {
        if (struck(dropped, kind, status, chance) != null) {
            return CallbackFate.LOST;
        }
        boolean answerLost = struck(unanswered, kind, status, chance) != null;
        CallbackFault repetition = struck(duplicated, kind, status, chance);
        CallbackFault delay = struck(late, kind, status, chance);
        CallbackFault disorder = struck(reordered, kind, status, chance);
        return new CallbackFate(
                false,
                answerLost,
                repetition == null ? null : repetition.by(Duration.ZERO),
                chance.nextBoolean(),
                delay == null ? Duration.ZERO : delay.by(DEFAULT_DELAY),
                disorder == null ? null : disorder.by(LONGEST_WAIT_TO_BE_OVERTAKEN));
    }

    private static @Nullable CallbackFault struck(
            @Nullable List<CallbackFault> faults, CallbackKind kind, String status, RandomGenerator chance) {
        return Objects.requireNonNullElse(faults, List.<CallbackFault>of()).stream()
                .filter(fault -> fault.strikes(kind, status, chance))
                .findFirst()
                .orElse(null);
    }
}
