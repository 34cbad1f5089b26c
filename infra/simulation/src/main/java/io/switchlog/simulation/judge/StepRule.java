package io.switchlog.simulation.judge;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was decided reaches the caller. Only judged when nothing goes wrong on the way there. */
final class StepRule implements Rule {

    /** From a decision to the document that runs, redirect included. */
    private static final long LONGEST_WAY_MILLIS = 4_000;

    private final Findings findings;
    private final GroundTruth truth;
    private final long mendedAt;
    private final Map<String, Step> current = new HashMap<>();

    /** @param mendedAt from when on nothing went wrong */
    StepRule(Findings findings, GroundTruth truth, long mendedAt) {
        this.findings = findings;
        this.truth = truth;
        this.mendedAt = mendedAt;
    }

    private record Step(String callSid, int number, long from) {}

    @Override
    public void before(Event event, LogView log) {
        switch (event.type()) {
            case "CallRinging",
                    "VoicemailOffered",
                    "CallParked",
                    "CallRetrieved",
                    "TransferStarted",
                    "TransferReturned" ->
                replace(
                        event,
                        new Step(event.callSid(), event.data().path("step").asInt(), event.committedAt()));
            case "ClaimGranted", "CallKept", "HangUpStarted", "CallEnded" -> replace(event, null);
            default -> {}
        }
    }

    @Override
    public void atTheEnd(LogView log) {
        current.values().forEach(step -> check(step, Long.MAX_VALUE));
    }

    private void replace(Event event, @Nullable Step next) {
        Step old = next == null ? current.remove(event.callSid()) : current.put(event.callSid(), next);
        if (old != null) {
            check(old, event.committedAt());
        }
    }

    private void check(Step step, long until) {
        long deadline = step.from() + LONGEST_WAY_MILLIS;
        boolean mustBeHeard =
                step.from() >= mendedAt && until > deadline && truth.caller(step.callSid()).leftAt > deadline;
        findings.require(
                !mustBeHeard || isHeard(step, deadline),
                Invariant.CURRENT_STEP_IS_HEARD,
                deadline,
                () -> step.callSid() + " is in step " + step.number() + " since " + step.from() + " ms");
    }

    private boolean isHeard(Step step, long deadline) {
        return truth.runs().stream()
                .anyMatch(run ->
                        run.callSid().equals(step.callSid()) && run.step() >= step.number() && run.at() <= deadline);
    }
}
