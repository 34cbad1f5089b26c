package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.GroundTruth.Bridge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an agent, as the log has them, are the calls that they are really connected to, when nothing is on its way to Twilio.
 * Nobody else is connected, whatever went wrong; whether they themselves are is only known to the log when no report is lost.
 */
final class TruthRule implements Rule {

    /** From a decision to the bridge that it makes or ends, and from a bridge's end to the decision about it. */
    private static final long LONGEST_WAY_MILLIS = 4_000;

    /**
     * How long a holder may be off the line: a redirect may come too late and cut off what a webhook's answer has just delivered, and
     * then the holder's device is rung again, for ten seconds at most.
     */
    private static final long LONGEST_GAP_MILLIS = 10_000 + LONGEST_WAY_MILLIS;

    private final Findings findings;
    private final GroundTruth truth;
    private final long mendedAt;
    private final Map<String, List<Stretch>> stretches = new HashMap<>();

    /** @param mendedAt from when on no report was lost */
    TruthRule(Findings findings, GroundTruth truth, long mendedAt) {
        this.findings = findings;
        this.truth = truth;
        this.mendedAt = mendedAt;
    }

    /**
     * How a call is, until the next stretch of it begins.
     *
     * @param talks who is connected; null for nobody
     * @param settled whether no instruction was under way, and the call went on
     */
    private record Stretch(long from, @Nullable String talks, boolean settled) {

        boolean isLike(Stretch other) {
            return Objects.equals(talks, other.talks) && settled == other.settled;
        }
    }

    @Override
    public void afterDecision(Event last, LogView log) {
        for (LoggedCall call : log.calls()) {
            List<Stretch> known = stretches.computeIfAbsent(call.callSid, _ -> new ArrayList<>());
            Stretch now = new Stretch(
                    last.committedAt(),
                    call.talks ? call.holder : null,
                    call.instruction == 0 && call.isOpen() && !call.isEnding());
            if (known.isEmpty() || !known.getLast().isLike(now)) {
                known.add(now);
            }
        }
    }

    @Override
    public void atTheEnd(LogView log) {
        for (LoggedCall call : log.calls()) {
            List<Stretch> known = stretches.getOrDefault(call.callSid, List.of());
            List<Bridge> bridges = truth.bridges().stream()
                    .filter(bridge -> bridge.callSid.equals(call.callSid))
                    .toList();
            for (int i = 0; i < known.size(); i++) {
                long until = i + 1 < known.size() ? known.get(i + 1).from() : Long.MAX_VALUE;
                check(call.callSid, known.get(i), until, bridges);
            }
        }
    }

    private void check(String callSid, Stretch stretch, long until, List<Bridge> bridges) {
        if (!stretch.settled()) {
            return;
        }
        long from = stretch.from();
        String talks = stretch.talks();
        for (Bridge bridge : bridges) {
            boolean outlasts = overlap(bridge, from, until) > LONGEST_WAY_MILLIS;
            findings.require(
                    bridge.agentId.equals(talks) || !outlasts,
                    Invariant.CALLS_ARE_WITH_WHOM_THE_LOG_SAYS,
                    from,
                    () -> bridge + ", but since " + from + " ms the log says " + talks);
        }
        if (talks != null && from >= mendedAt) {
            findings.require(
                    longestGap(bridges, talks, from, until) <= LONGEST_GAP_MILLIS,
                    Invariant.CALLS_ARE_WITH_WHOM_THE_LOG_SAYS,
                    from,
                    () -> callSid + " is with " + talks + " in the log from " + from + " to " + until
                            + " ms, and not on the line");
        }
    }

    /** In which of that time the agent is not connected, in milliseconds on end. */
    private static long longestGap(List<Bridge> bridges, String agentId, long from, long until) {
        long connectedUntil = from;
        long longest = 0;
        // Bridges of one call are in the order of time, and do not overlap.
        for (Bridge bridge : bridges) {
            if (bridge.agentId.equals(agentId) && overlap(bridge, from, until) > 0) {
                longest = Math.max(longest, bridge.from - connectedUntil);
                connectedUntil = Math.min(bridge.to, until);
            }
        }
        return Math.max(longest, until - connectedUntil);
    }

    private static long overlap(Bridge bridge, long from, long until) {
        return Math.min(bridge.to, until) - Math.max(bridge.from, from);
    }
}
