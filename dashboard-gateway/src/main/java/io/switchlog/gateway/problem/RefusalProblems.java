package io.switchlog.gateway.problem;

import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WireName;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What each refusal of the decider is in HTTP. */
public final class RefusalProblems {

    private RefusalProblems() {}

    /**
     * The problem that says why.
     *
     * @throws IllegalArgumentException when the outcome is no refusal
     */
    public static ProblemDetail of(Outcome outcome) {
        RefusalReason reason = outcome.reason();
        if (reason == null) {
            throw new IllegalArgumentException("outcome: expected a refusal");
        }
        String title = titleOf(reason);
        ProblemDetail problem = Problems.of(
                statusOf(reason),
                WireName.of(reason),
                title,
                outcome.detail() == null ? detailOf(outcome, title) : outcome.detail());
        if (outcome.claimedBy() != null) {
            problem.setProperty("claimedBy", outcome.claimedBy());
        }
        return problem;
    }

    static HttpStatus statusOf(RefusalReason reason) {
        return switch (reason) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_YOUR_CALL -> HttpStatus.FORBIDDEN;
            case UNKNOWN_CALL -> HttpStatus.NOT_FOUND;
            case UNKNOWN_AGENT,
                    ALREADY_CLAIMED,
                    NOT_RINGING,
                    NOT_OFFERED,
                    AT_CAPACITY,
                    NOT_ACTIVE,
                    CONNECTING,
                    NOT_PARKED,
                    AGENT_BUSY,
                    AGENT_UNAVAILABLE,
                    STALE_ATTEMPT,
                    TAKES_NO_CALLS -> HttpStatus.CONFLICT;
            case CALL_ENDED -> HttpStatus.GONE;
            // We wrote the command, so what is wrong with it is our fault.
            case MALFORMED, WRONG_PARTITION, INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String titleOf(RefusalReason reason) {
        return switch (reason) {
            case INVALID -> "The request is not as expected";
            case NOT_YOUR_CALL -> "It is not your call";
            case UNKNOWN_CALL -> "There is no such call";
            case UNKNOWN_AGENT -> "Routing does not know this agent";
            case ALREADY_CLAIMED -> "The call is taken";
            case NOT_RINGING -> "The call is not ringing any more";
            case NOT_OFFERED -> "The call does not ring for you";
            case AT_CAPACITY -> "You hold as many calls as you may";
            case NOT_ACTIVE -> "Nobody is talking to this caller";
            case CONNECTING -> "The phone is not connected yet";
            case NOT_PARKED -> "The call is not in the parking lot";
            case AGENT_BUSY -> "The agent holds as many calls as they may";
            case AGENT_UNAVAILABLE -> "The agent is not available";
            case STALE_ATTEMPT -> "The attempt to ring is over";
            case TAKES_NO_CALLS -> "Operators take no calls";
            case CALL_ENDED -> "The call is over";
            case MALFORMED, WRONG_PARTITION, INTERNAL_ERROR -> "Something went wrong here";
        };
    }

    private static String detailOf(Outcome outcome, String title) {
        return outcome.claimedBy() == null ? title : title + "; agent: " + outcome.claimedBy();
    }
}
