package io.switchlog.decider.state;

import io.switchlog.contract.SystemCommand;
import io.switchlog.contract.SystemCommand.ElapseAgentTimer;
import io.switchlog.contract.SystemCommand.ElapseTimer;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that is due at a time unless the call or the agent moves on first.
 *
 * @param id of that call or agent
 * @param timerId unique within it
 */
public record Timer(Instant dueAt, Owner owner, String id, String timerId) implements Comparable<Timer> {

    private static final Comparator<Timer> BY_DUE_TIME = Comparator.comparing(Timer::dueAt)
            .thenComparing(Timer::owner)
            .thenComparing(Timer::id)
            .thenComparing(Timer::timerId);

    /** Whose it is. */
    public enum Owner {
        CALL,
        AGENT
    }

    static Timer ofCall(Instant dueAt, String callSid, String timerId) {
        return new Timer(dueAt, Owner.CALL, callSid, timerId);
    }

    static Timer ofAgent(Instant dueAt, String agentId, String timerId) {
        return new Timer(dueAt, Owner.AGENT, agentId, timerId);
    }

    /** What to tell the decider when it is due. */
    public SystemCommand elapse() {
        return switch (owner) {
            case CALL -> new ElapseTimer(id, timerId);
            case AGENT -> new ElapseAgentTimer(id, timerId);
        };
    }

    @Override
    public int compareTo(Timer other) {
        return BY_DUE_TIME.compare(this, other);
    }
}
