package io.switchlog.simulation.judge;

import java.util.Locale;

/**
 * Something that must not have happened.
 *
 * @param at when, in the simulation's milliseconds
 */
public record Violation(Invariant invariant, long at, String detail) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s at %.3f s: %s%n  %s", invariant, at / 1000.0, detail, invariant.sentence());
    }
}
