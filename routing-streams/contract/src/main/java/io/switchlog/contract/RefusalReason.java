package io.switchlog.contract;

/** Why a command was refused. */
public enum RefusalReason {
    UNKNOWN_CALL,
    UNKNOWN_AGENT,
    /** The call is over. */
    CALL_ENDED,
    /** Somebody else holds the call. */
    ALREADY_CLAIMED,
    /** The call is not ringing (any more), and nobody holds it. */
    NOT_RINGING,
    /** The call rings, but not for this agent. */
    NOT_OFFERED,
    /** The agent holds as many calls as allowed. */
    AT_CAPACITY,
    /** The call has no agent who talks, so there is nothing to park or to transfer. */
    NOT_ACTIVE,
    /** The agent's device is not up yet. */
    CONNECTING,
    /** The call is not in the parking lot. */
    NOT_PARKED,
    /** The agent who shall have the call holds as many as allowed. */
    AGENT_BUSY,
    /** The agent who shall have the call does not say that they are available. */
    AGENT_UNAVAILABLE,
    /** Only the holder of a call, or a supervisor, may do this. */
    NOT_YOUR_CALL,
    /** The device was rung by an attempt that is over. */
    STALE_ATTEMPT,
    /** Operators take no calls. */
    TAKES_NO_CALLS,
    /** A field has a value that is not allowed. */
    INVALID,
    /** The bytes are no command that we know. */
    MALFORMED,
    /** The command came on a partition that its workspace does not belong to. */
    WRONG_PARTITION,
    /** A bug in the decider; the detail names it. */
    INTERNAL_ERROR
}
