package io.switchlog.simulation.truth;

import io.switchlog.simulation.world.Chance;

/** How somebody goes home. */
enum Leaving {
    SAYING_SO,
    /** Nothing says goodbye. */
    SHUTTING_THE_LID,
    /** The browser is closed, and its connections with it. */
    CLOSING_THE_WINDOW;

    /** Nothing reminds people of it, and for them nothing follows from it: one in five forgets. */
    private static final double SAYS_NOTHING = 0.2;

    static Leaving drawn(Chance chance) {
        if (!chance.of(SAYS_NOTHING)) {
            return SAYING_SO;
        }
        return chance.of(0.5) ? SHUTTING_THE_LID : CLOSING_THE_WINDOW;
    }
}
