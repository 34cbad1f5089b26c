package io.switchlog.contract;

/** What an operator asked for. */
public sealed interface OperatorCommand extends Command {

    /**
     * Add somebody to the workspace, or change what is known of them.
     *
     * @param agentId also the Twilio client identity: up to 121 letters, digits and underscores
     * @param maxConcurrentCalls how many calls they may hold at once
     */
    record RegisterAgent(String agentId, String name, Role role, int maxConcurrentCalls) implements OperatorCommand {
        @Override
        public String subject() {
            return agentId;
        }
    }

    /** Change the workspace's settings; what is absent stays as it is. */
    record ConfigureRouting(String workspace, RoutingSettings.Change change) implements OperatorCommand {
        @Override
        public String subject() {
            return workspace;
        }
    }
}
