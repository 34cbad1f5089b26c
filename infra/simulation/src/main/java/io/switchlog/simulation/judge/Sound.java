package io.switchlog.simulation.judge;

/** What a caller hears. */
public enum Sound {
    NOTHING,
    RINGING,
    AGENT,
    /** The voicemail's. */
    GREETING,
    GOODBYE
}
