package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;

/** What Twilio's REST interface answers. */
public sealed interface RestAnswer {

    /** 200, with the leg's status. */
    record Done(CallStatus status) implements RestAnswer {}

    /** 429: never processed. */
    record TooMany() implements RestAnswer {}

    /** 5xx, or no answer at all: processed, or not. */
    record Unclear() implements RestAnswer {}

    /** Another 4xx, as with credentials that Twilio does not take: not processed, and not before somebody has seen to it. */
    record Refused() implements RestAnswer {}

    /** 400 with 21220: the leg is over, or has not been answered. */
    record NotInProgress() implements RestAnswer {}
}
