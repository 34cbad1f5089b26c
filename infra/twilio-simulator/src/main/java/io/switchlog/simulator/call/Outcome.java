package io.switchlog.simulator.call;

/** How the caller's leg goes on after a verb. */
sealed interface Outcome {

    /** With the next verb of the document; after the last one, Twilio hangs up. */
    record NextVerb() implements Outcome {}

    /** With other TwiML; the rest of the document is never reached. */
    record Follow(TwimlSource source) implements Outcome {}

    /** Not at all: the caller's leg has ended. */
    record Over() implements Outcome {}
}
