package io.switchlog.decider.state;

import io.switchlog.contract.Availability;
import io.switchlog.contract.Readiness;
import io.switchlog.contract.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the decider knows of an agent.
 *
 * @param attendance whether they are there
 * @param idleSince since when the agent has been waiting for a call; the longest idle are rung first
 * @param callSids the calls that the agent holds
 * @param offeredCallSids the calls that ring for the agent now
 * @param reservedCallSids the calls that the agent is handing over, and gets back when nobody takes them
 */
public record Agent(
        String agentId,
        String name,
        Role role,
        int maxConcurrentCalls,
        Availability availability,
        @Nullable String availabilityReason,
        Attendance attendance,
        Instant idleSince,
        List<String> callSids,
        List<String> offeredCallSids,
        List<String> reservedCallSids) {

    static Agent registered(String agentId, String name, Role role, int maxConcurrentCalls, Instant at) {
        return new Agent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                Availability.AWAY,
                null,
                Attendance.UNPROVEN,
                at,
                List.of(),
                List.of(),
                List.of());
    }

    public boolean takesCalls() {
        return role.takesCalls();
    }

    public boolean hasFreeCapacity() {
        return callSids.size() + reservedCallSids.size() < maxConcurrentCalls;
    }

    /** Whether a call may be given to the agent without their asking for it. */
    public boolean isFree() {
        return takesCalls() && availability == Availability.AVAILABLE && attendance.mayAnswer() && hasFreeCapacity();
    }

    public Readiness readiness() {
        return Readiness.of(availability, attendance.presence(), hasFreeCapacity(), attendance.missedRings());
    }

    /** When the agent counts as gone; null while no heartbeat holds. */
    public @Nullable Timer timer() {
        Instant until = attendance.heardUntil();
        return until == null ? null : Timer.ofAgent(until, agentId, "heard:" + until.toEpochMilli());
    }

    Agent describedAs(String newName, Role newRole, int newMaxConcurrentCalls) {
        return new Agent(
                agentId,
                newName,
                newRole,
                newMaxConcurrentCalls,
                availability,
                availabilityReason,
                attendance,
                idleSince,
                callSids,
                offeredCallSids,
                reservedCallSids);
    }

    Agent saying(Availability newAvailability, @Nullable String reason, Instant at) {
        boolean comesBack = newAvailability == Availability.AVAILABLE && availability != Availability.AVAILABLE;
        return new Agent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                newAvailability,
                reason,
                attendance.shown(),
                comesBack ? at : idleSince,
                callSids,
                offeredCallSids,
                reservedCallSids);
    }

    Agent attending(UnaryOperator<Attendance> change) {
        return new Agent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                availability,
                availabilityReason,
                change.apply(attendance),
                idleSince,
                callSids,
                offeredCallSids,
                reservedCallSids);
    }

    Agent rungFor(String callSid) {
        return with(callSids, Lists.plus(offeredCallSids, callSid), reservedCallSids, idleSince);
    }

    Agent notRungFor(String callSid) {
        return with(callSids, Lists.minus(offeredCallSids, callSid), reservedCallSids, idleSince);
    }

    Agent holding(String callSid) {
        return with(
                Lists.plus(callSids, callSid),
                Lists.minus(offeredCallSids, callSid),
                Lists.minus(reservedCallSids, callSid),
                idleSince);
    }

    Agent reservedFor(String callSid) {
        return with(Lists.minus(callSids, callSid), offeredCallSids, Lists.plus(reservedCallSids, callSid), idleSince);
    }

    Agent freeOf(String callSid, Instant at) {
        return with(Lists.minus(callSids, callSid), offeredCallSids, Lists.minus(reservedCallSids, callSid), at);
    }

    private Agent with(
            List<String> newCallSids,
            List<String> newOfferedCallSids,
            List<String> newReservedCallSids,
            Instant newIdleSince) {
        return new Agent(
                agentId,
                name,
                role,
                maxConcurrentCalls,
                availability,
                availabilityReason,
                attendance,
                newIdleSince,
                newCallSids,
                newOfferedCallSids,
                newReservedCallSids);
    }
}
