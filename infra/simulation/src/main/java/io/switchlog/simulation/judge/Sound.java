package io.switchlog.simulation.judge;

/** What a caller hears. */
public enum Sound {
    NOTHING,
    RINGING,
    AGENT,
    /** The parking lot's. */
    MUSIC,
    /** The voicemail's. */
    GREETING,
    GOODBYE
}
