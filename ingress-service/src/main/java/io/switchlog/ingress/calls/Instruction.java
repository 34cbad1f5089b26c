package io.switchlog.ingress.calls;

import java.time.Instant;

/**
 * What a decision wants done over Twilio's REST interface.
 *
 * @param sequence of the event that asks for it; it names the instruction
 * @param at the time of that event
 */
public record Instruction(long sequence, Kind kind, Instant at) {

    public enum Kind {
        REDIRECT,
        HANG_UP
    }
}
