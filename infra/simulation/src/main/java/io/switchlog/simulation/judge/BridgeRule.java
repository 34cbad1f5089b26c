package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.GroundTruth.AtDevice;
import io.switchlog.simulation.judge.GroundTruth.Bridge;
import io.switchlog.simulation.judge.LoggedCall.Held;
import java.util.List;
import java.util.stream.Stream;

/** Who really talked to whom, and what the log says about it. */
final class BridgeRule implements Rule {

    /** Whoever answers Twilio may be so far behind the log. */
    private static final long LAG_MILLIS = 100;

    private final Findings findings;
    private final GroundTruth truth;

    BridgeRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    @Override
    public void before(Event event, LogView log) {
        if (event.type().equals("CallAnswered")) {
            findings.require(
                    truth.pickUps().stream()
                            .anyMatch(pickUp -> pickUp.callSid().equals(event.callSid())
                                    && pickUp.agentId().equals(event.agentId())
                                    && pickUp.at() <= event.committedAt()),
                    Invariant.LOG_FOLLOWS_THE_LINE,
                    event);
        }
        if (event.type().equals("ClaimReleased")) {
            findings.require(!isBridged(event), Invariant.LOG_FOLLOWS_THE_LINE, event);
        }
        if (event.type().equals("CallEnded")) {
            boolean isOver =
                    switch (event.text("reason")) {
                        case "caller-leg-ended", "agent-hung-up", "not-received" ->
                            truth.caller(event.callSid()).leftAt <= event.committedAt();
                        default -> !isBridged(event);
                    };
            findings.require(isOver, Invariant.LOG_FOLLOWS_THE_LINE, event);
        }
    }

    /** Whether the event's call is still connected to anybody when the event can be read. */
    private boolean isBridged(Event event) {
        return truth.bridges().stream()
                .anyMatch(bridge -> bridge.callSid.equals(event.callSid()) && bridge.standsAt(event.committedAt()));
    }

    @Override
    public void atTheEnd(LogView log) {
        truth.letThrough().forEach(leg -> checkLetThrough(leg, log));
        List<Bridge> bridges = truth.bridges();
        for (int i = 0; i < bridges.size(); i++) {
            checkHolder(bridges.get(i), log);
            checkCapacity(bridges.get(i), bridges.subList(0, i), log);
        }
    }

    private void checkLetThrough(AtDevice leg, LogView log) {
        findings.require(
                holds(leg.callSid(), leg.agentId(), leg.at() - LAG_MILLIS, leg.at(), log),
                Invariant.BRIDGED_AGENTS_HOLD_THE_CALL,
                leg.at(),
                () -> leg + " was let through, and did not hold the call");
    }

    private void checkHolder(Bridge bridge, LogView log) {
        LoggedCall call = log.call(bridge.callSid);
        findings.require(
                holds(bridge.callSid, bridge.agentId, bridge.from, bridge.from, log),
                Invariant.BRIDGED_AGENTS_HOLD_THE_CALL,
                bridge.from,
                bridge::toString);
        boolean another = call != null
                && call.holders.stream()
                        .anyMatch(held -> held.agentId() != null
                                && !held.agentId().equals(bridge.agentId)
                                && bridge.standsAt(held.from()));
        findings.require(!another, Invariant.ONE_AGENT_IS_BRIDGED, bridge.from, bridge::toString);
    }

    private void checkCapacity(Bridge bridge, List<Bridge> earlier, LogView log) {
        findings.require(
                earlier.stream()
                        .noneMatch(other -> other.callSid.equals(bridge.callSid) && other.standsAt(bridge.from)),
                Invariant.ONE_AGENT_IS_BRIDGED,
                bridge.from,
                bridge::toString);
        List<Bridge> others = earlier.stream()
                .filter(other -> other.agentId.equals(bridge.agentId) && other.standsAt(bridge.from))
                .toList();
        // An operator may have changed it between one grant and the next, and bridges stand in any order.
        int capacity = Stream.concat(Stream.of(bridge), others.stream())
                .mapToInt(each -> capacityAtGrant(each, log))
                .max()
                .orElse(0);
        findings.require(
                others.size() < capacity,
                Invariant.NO_AGENT_BEYOND_CAPACITY,
                bridge.from,
                () -> bridge + ", in " + others.size() + " other calls, may hold " + capacity);
    }

    private static int capacityAtGrant(Bridge bridge, LogView log) {
        LoggedCall call = log.call(bridge.callSid);
        return call == null
                ? 0
                : call.holders.stream()
                        .filter(held -> bridge.agentId.equals(held.agentId()) && held.from() <= bridge.from)
                        .mapToInt(Held::capacity)
                        .max()
                        .orElse(0);
    }

    /** Whether the agent held the call at any moment from one time to another. */
    private static boolean holds(String callSid, String agentId, long from, long to, LogView log) {
        LoggedCall call = log.call(callSid);
        if (call == null) {
            return false;
        }
        List<Held> holders = call.holders;
        for (int i = 0; i < holders.size(); i++) {
            long until = i + 1 < holders.size() ? holders.get(i + 1).from() : Long.MAX_VALUE;
            if (agentId.equals(holders.get(i).agentId()) && holders.get(i).from() <= to && until > from) {
                return true;
            }
        }
        return false;
    }
}
