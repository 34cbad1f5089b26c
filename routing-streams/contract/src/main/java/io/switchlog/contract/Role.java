package io.switchlog.contract;

/** What somebody may do. Agents and supervisors are rung; operators are not. */
public enum Role {
    AGENT,
    SUPERVISOR,
    OPERATOR;

    public boolean takesCalls() {
        return switch (this) {
            case AGENT, SUPERVISOR -> true;
            case OPERATOR -> false;
        };
    }
}
