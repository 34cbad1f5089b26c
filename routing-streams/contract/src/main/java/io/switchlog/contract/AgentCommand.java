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

    /**
     * My browser is there. One that changes nothing leaves no event.
     *
     * @param deviceConnected whether the device is registered with Twilio, so that it would ring
     * @param streamOpen whether the browser has a stream open, too: then it is believed for longer, as a page that the browser has
     *     put to sleep sends a heartbeat a minute at best
     */
    record SendHeartbeat(String agentId, boolean deviceConnected, boolean streamOpen) implements AgentCommand {
        @Override
        public String subject() {
            return agentId;
        }
    }

    /**
     * This message is dealt with. Routing keeps no list of messages, which may lie for weeks, so it believes that there is such a
     * one: who sends this has looked it up.
     *
     * @param recordingSid which of the call's messages
     * @param agentId who has listened and done what was to be done
     */
    record CompleteVoicemail(String callSid, String recordingSid, String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /** My browser's last stream has ended. If the browser is gone, too, then no heartbeat follows; this leaves no event. */
    record CloseStream(String agentId) implements AgentCommand {
        @Override
        public String subject() {
            return agentId;
        }
    }
}
