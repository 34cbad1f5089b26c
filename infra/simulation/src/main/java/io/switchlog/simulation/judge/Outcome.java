package io.switchlog.simulation.judge;

/** What became of somebody who called. */
public enum Outcome {
    ANSWERED,
    VOICEMAIL,
    ABANDONED,
    /** The log never heard of the call. */
    NEVER_RECEIVED
}
