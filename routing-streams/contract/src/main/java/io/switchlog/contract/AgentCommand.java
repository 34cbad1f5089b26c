package io.switchlog.contract;

import org.jspecify.annotations.Nullable;

/** What an agent asked for with a click. */
public sealed interface AgentCommand extends Command {

    String agentId();

    /** Give me this call. */
    record ClaimCall(String callSid, String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /** Stop ringing me for this call. */
    record DeclineCall(String callSid, String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /** My caller waits in the parking lot from now on, until somebody retrieves the call. */
    record ParkCall(String callSid, String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /**
     * This call leaves the parking lot.
     *
     * @param agentId who asks for it
     * @param targetAgentId who shall have the call: the same, or a colleague
     */
    record RetrieveCall(String callSid, String agentId, String targetAgentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /**
     * My call goes to a colleague.
     *
     * @param agentId who has the call
     * @param targetAgentId who shall have it
     */
    record TransferCall(String callSid, String agentId, String targetAgentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /** End this call. */
    record HangUpCall(String callSid, String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /**
     * I am (not) there.
     *
     * @param reason in the agent's own words, at most 200 characters
     */
    record SetAvailability(
            String agentId, Availability status, @Nullable String reason) implements AgentCommand {
        @Override
        public String subject() {
            return agentId;
        }
    }
}
