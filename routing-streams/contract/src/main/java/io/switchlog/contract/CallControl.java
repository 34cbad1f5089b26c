package io.switchlog.contract;

/**
 * Whether a decision about the caller's leg needs an instruction over Twilio's REST interface. The instruction is named by
 * the sequence of the event that asks for it; a later one of the same call supersedes it.
 */
public enum CallControl {
    /** The answer to a webhook delivers the decision. */
    NONE,
    /** The caller's leg must be told to fetch the call's current step. */
    REDIRECT
}
