package io.switchlog.board;

import io.switchlog.contract.Availability;
import io.switchlog.contract.Presence;
import io.switchlog.contract.Readiness;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes calls. The lists of calls are in the order in which the calls came to the agent.
 *
 * @param availability what they say of themselves
 * @param reason why, in their own words
 * @param presence what their browser tells
 * @param missedRings rings in a row that they let go by, up to {@value Readiness#MISSED_RINGS_TOO_MANY}
 * @param since when {@link #state()} began
 * @param callSids the calls that are theirs, those included that were handed to them and still ring
 * @param offeredCallSids the calls that ring for them
 * @param reservedCallSids the calls that they are handing over, and get back when nobody takes them
 */
public record BoardAgent(
        String agentId,
        String name,
        Role role,
        int maxConcurrentCalls,
        Availability availability,
        @Nullable String reason,
        Presence presence,
        int missedRings,
        Instant since,
        List<String> callSids,
        List<String> offeredCallSids,
        List<String> reservedCallSids) {

    /** What a glance at the board shall tell. */
    public enum State {
        AVAILABLE,
        AWAY,
        OFFLINE,
        RINGING,
        RESERVED,
        ON_CALL
    }

    static BoardAgent registered(String agentId, String name, Role role, int maxConcurrentCalls, Instant at) {
        return new BoardAgent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                Availability.AWAY,
                null,
                Presence.UNPROVEN,
                0,
                at,
                List.of(),
                List.of(),
                List.of());
    }

    public State state() {
        if (!new HashSet<>(offeredCallSids).containsAll(callSids)) {
            return State.ON_CALL;
        }
        if (!offeredCallSids.isEmpty()) {
            return State.RINGING;
        }
        if (!reservedCallSids.isEmpty()) {
            return State.RESERVED;
        }
        if (presence == Presence.DISCONNECTED) {
            return State.OFFLINE;
        }
        return switch (availability) {
            case AVAILABLE -> State.AVAILABLE;
            case AWAY -> State.AWAY;
            case OFFLINE -> State.OFFLINE;
        };
    }

    public Readiness readiness() {
        return readinessAt(presence);
    }

    /** What it would be with another presence. */
    public Readiness readinessAt(Presence other) {
        return Readiness.of(availability, other, freeCapacity() > 0, missedRings);
    }

    /** How many more calls they may hold. */
    public int freeCapacity() {
        return Math.max(0, maxConcurrentCalls - callSids.size() - reservedCallSids.size());
    }

    BoardAgent describedAs(String newName, Role newRole, int newMaxConcurrentCalls) {
        return new BoardAgent(
                agentId,
                newName,
                newRole,
                newMaxConcurrentCalls,
                availability,
                reason,
                presence,
                missedRings,
                since,
                callSids,
                offeredCallSids,
                reservedCallSids);
    }

    /** Who says something has shown themselves. */
    BoardAgent saying(Availability status, @Nullable String newReason, Instant at) {
        return since(at, knownAs(status, newReason, presence, 0));
    }

    BoardAgent connected(boolean deviceConnected, Instant at) {
        return since(at, knownAs(availability, reason, Presence.of(deviceConnected), 0));
    }

    BoardAgent disconnected(Instant at) {
        return since(at, knownAs(availability, reason, Presence.DISCONNECTED, missedRings));
    }

    BoardAgent missingRing() {
        return knownAs(availability, reason, presence, Math.min(missedRings + 1, Readiness.MISSED_RINGS_TOO_MANY));
    }

    /** They have done something that nobody does who is not there. */
    BoardAgent shown() {
        return knownAs(availability, reason, presence, 0);
    }

    private BoardAgent knownAs(
            Availability newAvailability, @Nullable String newReason, Presence newPresence, int newMissedRings) {
        return new BoardAgent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                newAvailability,
                newReason,
                newPresence,
                newMissedRings,
                since,
                callSids,
                offeredCallSids,
                reservedCallSids);
    }

    /** The agent as far as this one call goes: whether it is theirs, rings for them, or may come back to them. */
    BoardAgent regarding(String callSid, boolean holds, boolean rings, boolean reserved, Instant at) {
        return since(
                at,
                new BoardAgent(
                        agentId,
                        name,
                        role,
                        maxConcurrentCalls,
                        availability,
                        reason,
                        presence,
                        missedRings,
                        since,
                        listed(callSids, callSid, holds),
                        listed(offeredCallSids, callSid, rings),
                        listed(reservedCallSids, callSid, reserved)));
    }

    /** The changed agent, in their state since that time if it is another one than before. */
    private BoardAgent since(Instant at, BoardAgent changed) {
        return changed.state() == state()
                ? changed
                : new BoardAgent(
                        agentId,
                        name,
                        role,
                        maxConcurrentCalls,
                        changed.availability,
                        changed.reason,
                        changed.presence,
                        changed.missedRings,
                        at,
                        changed.callSids,
                        changed.offeredCallSids,
                        changed.reservedCallSids);
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
