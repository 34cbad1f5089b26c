package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.GroundTruth.AtDevice;
import io.switchlog.simulation.judge.GroundTruth.Bridge;
import io.switchlog.simulation.judge.LoggedCall.Held;
import io.switchlog.simulation.judge.LoggedCall.How;
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
            findings.require(!isBridgedByClaim(event, log), Invariant.LOG_FOLLOWS_THE_LINE, event);
        }
        if (event.type().equals("CallEnded")) {
            boolean isOver =
                    switch (event.text("reason")) {
                        case "caller-leg-ended", "agent-hung-up", "not-received" ->
                            truth.caller(event.callSid()).leftAt <= event.committedAt();
                        default -> bridgesOf(event).findAny().isEmpty();
                    };
            findings.require(isOver, Invariant.LOG_FOLLOWS_THE_LINE, event);
        }
    }

    /** Whether the agent is connected whose claim is released. An older bridge is one that a redirect shall end yet. */
    private boolean isBridgedByClaim(Event event, LogView log) {
        LoggedCall call = log.call(event.callSid());
        long since = call == null || call.holders.isEmpty()
                ? 0
                : call.holders.getLast().from();
        return bridgesOf(event).anyMatch(bridge -> bridge.agentId.equals(event.agentId()) && bridge.from >= since);
    }

    /** To whom the event's call is still connected when the event can be read. */
    private Stream<Bridge> bridgesOf(Event event) {
        return truth.bridges().stream()
                .filter(bridge -> bridge.callSid.equals(event.callSid()) && bridge.standsAt(event.committedAt()));
    }

    @Override
    public void atTheEnd(LogView log) {
        truth.letThrough().forEach(leg -> checkLetThrough(leg, log));
        List<Bridge> bridges = truth.bridges();
        for (int i = 0; i < bridges.size(); i++) {
            checkHolder(bridges.get(i), log);
            checkOverlap(bridges.get(i), bridges.subList(0, i));
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
                holds(bridge.callSid, bridge.agentId, bridge.from, bridge.from, log)
                        || wasHandedOnBeforeItStood(bridge, log),
                Invariant.BRIDGED_AGENTS_HOLD_THE_CALL,
                bridge.from,
                bridge::toString);
        findings.require(
                call == null || !isClaimedByAnother(bridge, call),
                Invariant.ONE_AGENT_IS_BRIDGED,
                bridge.from,
                bridge::toString);
    }

    /** Between being let through and being bridged, which may take seconds, an agent may click "park". */
    private boolean wasHandedOnBeforeItStood(Bridge bridge, LogView log) {
        LoggedCall call = log.call(bridge.callSid);
        return call != null
                && truth.letThrough().stream()
                        .filter(leg -> leg.callSid().equals(bridge.callSid)
                                && leg.agentId().equals(bridge.agentId)
                                && leg.at() <= bridge.from)
                        .anyMatch(leg -> call.holders.stream()
                                .anyMatch(held -> held.how() == How.HAND_OVER
                                        && held.from() >= leg.at() - LAG_MILLIS
                                        && held.from() <= bridge.from));
    }

    /**
     * Whether somebody else's claim was granted while the agent was connected, who had not handed the call on: what was handed on is
     * another's at the decision already, and the bridge ends with the redirect.
     */
    private static boolean isClaimedByAnother(Bridge bridge, LoggedCall call) {
        boolean handedOn = false;
        for (Held held : call.holders) {
            handedOn |= held.how() == How.HAND_OVER;
            handedOn &= !(bridge.agentId.equals(held.agentId()) && held.from() <= bridge.from);
            boolean another =
                    held.how() == How.CLAIM && held.agentId() != null && !bridge.agentId.equals(held.agentId());
            if (another && !handedOn && bridge.standsAt(held.from())) {
                return true;
            }
        }
        return false;
    }

    private void checkOverlap(Bridge bridge, List<Bridge> earlier) {
        findings.require(
                earlier.stream()
                        .noneMatch(other -> other.callSid.equals(bridge.callSid) && other.standsAt(bridge.from)),
                Invariant.ONE_AGENT_IS_BRIDGED,
                bridge.from,
                bridge::toString);
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
