package io.switchlog.ingress.calls;

/**
 * What a decision wants done over Twilio's REST interface.
 *
 * @param sequence of the event that asks for it; it names the instruction
 */
public record Instruction(long sequence, Kind kind) {

    public enum Kind {
        REDIRECT,
        HANG_UP
    }
}
