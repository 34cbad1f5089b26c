package io.switchlog.simulation.judge;

import io.switchlog.simulation.judge.GroundTruth.Caller;
import io.switchlog.simulation.judge.GroundTruth.Heard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What callers went through. */
final class CallerRule implements Rule {

    /** A minute of being held, and what goes before and after it on a bad day. */
    private static final long LONGEST_SILENCE_MILLIS = 100_000;

    private final Findings findings;
    private final GroundTruth truth;
    private final Map<Outcome, Integer> outcomes = new TreeMap<>();

    CallerRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    @Override
    public void atTheEnd(LogView log) {
        for (Caller caller : truth.callers()) {
            LoggedCall call = log.call(caller.callSid);
            outcomes.merge(outcome(caller, call), 1, Integer::sum);
            checkSilence(caller);
            checkFarewell(caller, call);
        }
    }

    private void checkSilence(Caller caller) {
        List<Heard> heard = caller.heard;
        long silentSince = Long.MAX_VALUE;
        for (int i = 0; i < heard.size(); i++) {
            Heard now = heard.get(i);
            long until = i + 1 < heard.size()
                    ? heard.get(i + 1).from()
                    : Math.min(caller.leftAt, now.from() + LONGEST_SILENCE_MILLIS + 1);
            silentSince = now.sound() == Sound.NOTHING ? Math.min(silentSince, now.from()) : Long.MAX_VALUE;
            long since = silentSince;
            findings.require(
                    since == Long.MAX_VALUE || until - since <= LONGEST_SILENCE_MILLIS,
                    Invariant.CALLERS_HEAR_SOMETHING,
                    until,
                    () -> caller.callSid + " heard nothing since " + since + " ms");
        }
    }

    private void checkFarewell(Caller caller, @Nullable LoggedCall call) {
        Farewell farewell = caller.farewell;
        boolean wasOver = call == null || Math.min(call.endedAt, call.hangUpAt) <= caller.leftAt;
        boolean dropped = farewell == Farewell.DROPPED_IN_SILENCE
                || (!wasOver && (farewell == Farewell.HUNG_UP_ON || farewell == Farewell.ENDED_OVER_REST));
        findings.require(
                !dropped, Invariant.NO_CALLER_IS_DROPPED, caller.leftAt, () -> caller.callSid + ": " + farewell);
    }

    private Outcome outcome(Caller caller, @Nullable LoggedCall call) {
        if (call == null || !call.received) {
            return Outcome.NEVER_RECEIVED;
        }
        if (truth.bridges().stream().anyMatch(bridge -> bridge.callSid.equals(caller.callSid))) {
            return Outcome.ANSWERED;
        }
        return call.messageLeft ? Outcome.VOICEMAIL : Outcome.ABANDONED;
    }
}
