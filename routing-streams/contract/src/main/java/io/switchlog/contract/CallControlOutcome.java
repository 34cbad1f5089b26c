package io.switchlog.contract;

/** How an instruction over Twilio's REST interface ended. */
public enum CallControlOutcome {
    /** Twilio fetched the URL that bears the instruction's id: the proof of a redirect. */
    FETCHED,
    /** Twilio confirmed that the leg is over. */
    HUNG_UP,
    /** Not needed any more when its turn came: a webhook's answer had delivered the step. */
    SUPERSEDED,
    /** Given up. */
    FAILED
}
