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
