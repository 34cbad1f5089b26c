package io.switchlog.simulation.judge;

/** How a caller's leg came to its end. */
public enum Farewell {
    CALLER_HUNG_UP,
    /** Call control asked Twilio for it. */
    ENDED_OVER_REST,
    THANKED,
    NO_MESSAGE_LEFT,
    /** A document said nothing but hang up. */
    HUNG_UP_ON,
    /** A document said nothing at all. */
    DROPPED_IN_SILENCE,
    /** Twilio got no document. */
    APPLICATION_ERROR
}
