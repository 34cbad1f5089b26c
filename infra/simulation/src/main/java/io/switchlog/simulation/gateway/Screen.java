package io.switchlog.simulation.gateway;

/** What an agent sees of the calls. */
public interface Screen {

    /** The call begins to ring for this agent. */
    void rings(String callSid);

    /** The call rings no more, or not for this agent. */
    void isQuiet(String callSid);

    /** The call was this agent's, and is not any more. */
    void isLost(String callSid);

    /** The call is in the parking lot now, or has been there for too long. */
    void isParked(String callSid);
}
