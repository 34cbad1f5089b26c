package io.switchlog.simulator.switches;

import java.time.Duration;

/**
 * What becomes of one REST request; drawn once, when it comes in.
 *
 * @param late how long Twilio takes before it looks at it
 */
public record RestFate(Duration late, End end) {

    public sealed interface End {}

    public record Answered() implements End {}

    public record TooMany() implements End {}

    /**
     * An error of Twilio's own.
     *
     * @param processed whether Twilio has done what it was asked all the same
     */
    public record Failing(int httpStatus, boolean processed) implements End {}

    /**
     * A connection held beyond anybody's patience.
     *
     * @param processed whether Twilio has done what it was asked all the same
     */
    public record Unanswered(Duration held, boolean processed) implements End {}

    public boolean isTroubled() {
        return !late.isZero() || !(end instanceof Answered);
    }
}
