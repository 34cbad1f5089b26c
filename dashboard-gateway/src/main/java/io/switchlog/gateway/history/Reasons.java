package io.switchlog.gateway.history;

import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent.EndReason;
import io.switchlog.contract.CallEvent.ReleaseReason;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.VoicemailReason;
import io.switchlog.contract.CommandEvent.IgnoreReason;
import io.switchlog.contract.RefusalReason;

/** The log's reasons in plain words, to go on with after a colon. */
final class Reasons {

    private Reasons() {}

    static String of(RefusalReason reason) {
        return switch (reason) {
            case UNKNOWN_CALL -> "routing does not know the call";
            case UNKNOWN_AGENT -> "routing does not know the agent";
            case CALL_ENDED -> "the call was over";
            case ALREADY_CLAIMED -> "the call was taken";
            case NOT_RINGING -> "the call was not ringing";
            case NOT_OFFERED -> "the call did not ring for them";
            case AT_CAPACITY -> "they held as many calls as they may";
            case NOT_ACTIVE -> "nobody was talking to the caller";
            case CONNECTING -> "the phone was not connected yet";
            case NOT_PARKED -> "the call was not in the parking lot";
            case AGENT_BUSY -> "the other agent held as many calls as they may";
            case AGENT_UNAVAILABLE -> "the other agent was not available";
            case NOT_YOUR_CALL -> "it was not their call";
            case STALE_ATTEMPT -> "that attempt to ring was over";
            case TAKES_NO_CALLS -> "operators take no calls";
            case INVALID -> "the request was not as expected";
            case MALFORMED -> "the request could not be read";
            case WRONG_PARTITION -> "the request came to the wrong place";
            case INTERNAL_ERROR -> "a bug of ours, which the log of the engine tells of";
        };
    }

    static String of(IgnoreReason reason) {
        return switch (reason) {
            case NO_CHANGE -> "it is so already, or not of interest";
            case STALE -> "it is about something that a later decision has replaced";
            case REDIRECT_PENDING -> "Twilio is already being told what comes next";
            case NOBODY_WAS_CONNECTED -> "nobody was connected, so it is no end";
            case CALL_ENDED -> "the call was over";
            case TIMER_GONE -> "there was nothing left to wait for";
        };
    }

    static String of(ReleaseReason reason) {
        return switch (reason) {
            case CONNECT_TIMEOUT -> "the phone was not connected in time";
            case AGENT_LEG_FAILED -> "the phone could not be connected";
            case AGENT_LEG_ENDED -> "the phone was cut off, and the caller is offered again";
            case CALL_CONTROL_FAILED -> "Twilio could not be told";
        };
    }

    static String of(RingCancelReason reason) {
        return switch (reason) {
            case CLAIMED -> "somebody has the call";
            case AGENT_BUSY -> "they hold as many calls as they may";
            case AGENT_UNAVAILABLE -> "they are not available any more";
            case AGENT_DISCONNECTED -> "they are not heard any more";
            case NO_ANSWER -> "they have not answered";
            case DEVICE_UNREACHABLE -> "the phone could not be reached";
            case CALL_CONTROL_FAILED -> "Twilio could not be told";
            case CALL_ENDED -> "the call is over";
        };
    }

    static String of(VoicemailReason reason) {
        return switch (reason) {
            case NOBODY_AVAILABLE -> "nobody is available";
            case NOBODY_ANSWERED -> "nobody has answered";
        };
    }

    static String of(EndReason reason) {
        return switch (reason) {
            case CALLER_LEG_ENDED -> "the caller's line has ended";
            case AGENT_HUNG_UP -> "an agent has hung up";
            case AGENT_LEG_ENDED -> "the agent's phone has ended it";
            case VOICEMAIL_LEFT -> "the caller has left a message";
            case NOT_RECEIVED -> "we have only heard of its end";
        };
    }

    /** The beginning of a sentence, in contrast to the others. */
    static String of(CallControlOutcome outcome) {
        return switch (outcome) {
            case FETCHED -> "Twilio has fetched what it was told to";
            case HUNG_UP -> "Twilio has hung up";
            case SUPERSEDED -> "Twilio did not have to be told any more";
            case FAILED -> "Twilio could not be told";
        };
    }
}
