package io.switchlog.gateway.agents;

import io.switchlog.contract.Role;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.Passwords;
import io.switchlog.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What an operator says of an agent, as it came. */
record Registration(
        @Nullable String agentId,
        @Nullable String name,
        @Nullable Role role,
        @Nullable String password,
        @Nullable Integer maxConcurrentCalls) {

    private static final int MAX_NAME_CHARACTERS = 100;
    private static final int MOST_CALLS = 20;

    /** All that is needed, and each as it must be. */
    record Valid(String agentId, String name, Role role, String password, int maxConcurrentCalls) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Valid[" + agentId + "]";
        }
    }

    Valid validated() {
        if (agentId == null || !GatewaySettings.isAgentId(agentId)) {
            throw Problems.field("agentId", "1 to 121 letters, digits and underscores");
        }
        if (name == null || !isName(name)) {
            throw Problems.field(
                    "name", "1 to " + MAX_NAME_CHARACTERS + " characters, none of them a control character");
        }
        if (role == null) {
            throw Problems.field("role", "one of agent, supervisor, operator");
        }
        if (password == null || !Passwords.isAcceptable(password)) {
            throw Problems.field("password", Passwords.EXPECTED);
        }
        int calls = maxConcurrentCalls == null ? 1 : maxConcurrentCalls;
        if (calls < 1 || calls > MOST_CALLS) {
            throw Problems.field("maxConcurrentCalls", "1 to " + MOST_CALLS);
        }
        return new Valid(agentId, name, role, password, calls);
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= MAX_NAME_CHARACTERS
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Registration[" + agentId + "]";
    }
}
