package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.GroundTruth.Bridge;
import io.switchlog.simulation.judge.LoggedCall.Held;
import io.switchlog.simulation.judge.LoggedCall.How;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On how many calls an agent really talks. */
final class CapacityRule implements Rule {

    private final Findings findings;
    private final GroundTruth truth;

    CapacityRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    @Override
    public void atTheEnd(LogView log) {
        List<Bridge> bridges = truth.bridges();
        for (int i = 0; i < bridges.size(); i++) {
            check(bridges.get(i), bridges.subList(0, i), log);
        }
    }

    private void check(Bridge bridge, List<Bridge> earlier, LogView log) {
        List<Bridge> others = earlier.stream()
                .filter(other -> other.agentId.equals(bridge.agentId) && other.standsAt(bridge.from))
                .filter(other -> countsAt(bridge.from, other, log))
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

    /**
     * Not so of a bridge that a redirect shall end yet, since the call was handed on after it (even if it came back), or that stands
     * again since the redirect was given up: theirs without their having had room for it.
     */
    private static boolean countsAt(long at, Bridge bridge, LogView log) {
        Held held = heldAt(at, log.call(bridge.callSid));
        return held != null
                && bridge.agentId.equals(held.agentId())
                && held.from() <= bridge.from
                && held.how() != How.KEPT;
    }

    private static @Nullable Held heldAt(long at, @Nullable LoggedCall call) {
        Held last = null;
        if (call != null) {
            for (Held held : call.holders) {
                last = held.from() <= at ? held : last;
            }
        }
        return last;
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
}
