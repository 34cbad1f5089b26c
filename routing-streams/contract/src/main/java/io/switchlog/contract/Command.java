package io.switchlog.contract;

/**
 * A wish or a report, appended to {@link Topics#ROUTING_COMMANDS}. It says what somebody asked for or saw, never what
 * follows from it: that is the decider's word, and comes back as {@link Event}s.
 */
public sealed interface Command permits TwilioCommand, AgentCommand, OperatorCommand, SystemCommand {

    /** The call (callSid) or the agent (agentId) that the command is about: the key of its record. */
    String subject();
}
