package io.switchlog.simulation.judge;

import java.util.HashMap;
import java.util.Map;

/** What happens to a call when nothing else does: neither too early nor never. */
final class TimerRule implements Rule {

    /** No engine's clock in the simulation is wrong by more. */
    private static final long CLOCK_WRONG_BY_AT_MOST_MILLIS = 3_000;

    /** Clocks apart and commands under way hold a timer up, but no longer than this; times when nothing is decided come on top. */
    private static final long LATEST_MILLIS = 6_000;

    private static final long HANG_UP_IS_TRIED_AGAIN_AFTER_MILLIS = 30_000;
    private static final long ENDED_CALLS_ARE_KEPT_MILLIS = 3_600_000;

    /** {@code <Dial>} takes 5 s longer than it is told, and our own timer comes 5 s after that. */
    private static final long AFTER_DIAL_MILLIS = 10_000;

    private final Findings findings;
    private final GroundTruth truth;
    private final Map<String, Long> due = new HashMap<>();

    TimerRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    @Override
    public void before(Event event, LogView log) {
        boolean elapses = event.cause().path("commandType").asString().equals("ElapseTimer");
        if (elapses
                && event.json().path("position").asInt() == 1
                && !event.type().startsWith("Command")) {
            long at = due.getOrDefault(event.cause().path("subject").asString(), Long.MAX_VALUE);
            findings.require(
                    event.committedAt() >= at - CLOCK_WRONG_BY_AT_MOST_MILLIS, Invariant.NO_TIMER_ELAPSES_EARLY, event);
        }
        switch (event.type()) {
            case "CallRinging" ->
                start(event, event.data().path("dialTimeoutSeconds").asLong() * 1_000 + AFTER_DIAL_MILLIS);
            case "ClaimGranted" -> {
                if (event.isGrant()) {
                    start(event, event.data().path("connectTimeoutSeconds").asLong() * 1_000);
                }
            }
            case "CallParked", "CallForgotten", "CallRetrieved", "TransferStarted", "TransferReturned" ->
                start(event, event.data().path("timeoutSeconds").asLong() * 1_000);
            case "CallControlFailed" -> {
                LoggedCall call = log.call(event.callSid());
                if (call != null && call.isEnding()) {
                    start(event, HANG_UP_IS_TRIED_AGAIN_AFTER_MILLIS);
                }
            }
            case "CallEnded" -> start(event, ENDED_CALLS_ARE_KEPT_MILLIS);
            case "CallAnswered", "CallKept", "VoicemailOffered", "ClaimReleased", "HangUpStarted", "CallRetired" ->
                stop(event.callSid(), event.committedAt());
            default -> {}
        }
    }

    @Override
    public void atTheEnd(LogView log) {
        due.forEach((callSid, at) ->
                findings.require(false, Invariant.TIMERS_ELAPSE, at, () -> "a timer of " + callSid + " never elapsed"));
    }

    private void start(Event event, long millis) {
        stop(event.callSid(), event.committedAt());
        due.put(event.callSid(), event.at() + millis);
    }

    private void stop(String callSid, long at) {
        Long old = due.remove(callSid);
        findings.require(
                old == null || at <= old + LATEST_MILLIS + truth.undecidedMillis(),
                Invariant.TIMERS_ELAPSE,
                at,
                () -> "a timer of " + callSid + " was due at " + old + " ms");
    }
}
