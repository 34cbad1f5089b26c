package io.switchlog.contract;

/** What Switchlog tells itself. */
public sealed interface SystemCommand extends Command {

    /**
     * A timer is due by the engine's clock. It is repeated until the state has dropped the timer, so losing one is
     * harmless.
     *
     * @param callSid the call that the timer belongs to
     * @param timerId which timer
     */
    record ElapseTimer(String callSid, String timerId) implements SystemCommand {
        @Override
        public String subject() {
            return callSid;
        }
    }

    /**
     * The same of an agent's timer.
     *
     * @param agentId the agent that the timer belongs to
     * @param timerId which timer
     */
    record ElapseAgentTimer(String agentId, String timerId) implements SystemCommand {
        @Override
        public String subject() {
            return agentId;
        }
    }
}
