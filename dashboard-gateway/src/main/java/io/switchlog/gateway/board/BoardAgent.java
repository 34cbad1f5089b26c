package io.switchlog.gateway.board;

import io.switchlog.contract.Availability;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes calls.
 *
 * @param availability what they say of themselves
 * @param reason why, in their own words
 * @param since when {@link #state()} began
 * @param callSids the calls they hold, oldest first
 * @param offeredCallSids the calls that ring for them, oldest first
 */
public record BoardAgent(
        String agentId,
        String name,
        Role role,
        int maxConcurrentCalls,
        Availability availability,
        @Nullable String reason,
        Instant since,
        List<String> callSids,
        List<String> offeredCallSids) {

    /** What a glance at the board shall tell. */
    public enum State {
        AVAILABLE,
        AWAY,
        OFFLINE,
        RINGING,
        ON_CALL
    }

    static BoardAgent registered(String agentId, String name, Role role, int maxConcurrentCalls, Instant at) {
        return new BoardAgent(
                agentId, name, role, maxConcurrentCalls, Availability.AWAY, null, at, List.of(), List.of());
    }

    public State state() {
        if (!callSids.isEmpty()) {
            return State.ON_CALL;
        }
        if (!offeredCallSids.isEmpty()) {
            return State.RINGING;
        }
        return switch (availability) {
            case AVAILABLE -> State.AVAILABLE;
            case AWAY -> State.AWAY;
            case OFFLINE -> State.OFFLINE;
        };
    }

    /**
     * How ready they are to take a call, 0 to 100. For now all or nothing: 100 for an available agent who may hold one more
     * call, otherwise 0.
     */
    public int readiness() {
        return availability == Availability.AVAILABLE && hasFreeCapacity() ? 100 : 0;
    }

    boolean hasFreeCapacity() {
        return callSids.size() < maxConcurrentCalls;
    }

    BoardAgent describedAs(String newName, Role newRole, int newMaxConcurrentCalls) {
        return new BoardAgent(
                agentId,
                newName,
                newRole,
                newMaxConcurrentCalls,
                availability,
                reason,
                since,
                callSids,
                offeredCallSids);
    }

    BoardAgent saying(Availability status, @Nullable String newReason, Instant at) {
        return new BoardAgent(
                        agentId, name, role, maxConcurrentCalls, status, newReason, since, callSids, offeredCallSids)
                .sinceAs(this, at);
    }

    /** The agent as far as this one call goes: whether they hold it, and whether it rings for them. */
    BoardAgent regarding(String callSid, boolean holds, boolean rings, Instant at) {
        return new BoardAgent(
                        agentId,
                        name,
                        role,
                        maxConcurrentCalls,
                        availability,
                        reason,
                        since,
                        listed(callSids, callSid, holds),
                        listed(offeredCallSids, callSid, rings))
                .sinceAs(this, at);
    }

    private BoardAgent sinceAs(BoardAgent before, Instant at) {
        return state() == before.state()
                ? this
                : new BoardAgent(
                        agentId, name, role, maxConcurrentCalls, availability, reason, at, callSids, offeredCallSids);
    }

    private static List<String> listed(List<String> callSids, String callSid, boolean there) {
        if (callSids.contains(callSid) == there) {
            return callSids;
        }
        return there
                ? Stream.concat(callSids.stream(), Stream.of(callSid)).toList()
                : callSids.stream().filter(other -> !other.equals(callSid)).toList();
    }
}
