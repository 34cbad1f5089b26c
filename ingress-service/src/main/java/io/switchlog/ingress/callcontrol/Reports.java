package io.switchlog.ingress.callcontrol;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.callcontrol.RestAnswer.Trouble;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.decisions.Answer;
import io.switchlog.ingress.decisions.Decisions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what came of an instruction, until the log has it. */
final class Reports {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Decisions decisions;
    private final CallControlMetrics metrics;

    Reports(Decisions decisions, CallControlMetrics metrics) {
        this.decisions = decisions;
        this.metrics = metrics;
    }

    void hungUp(Errand errand) throws InterruptedException {
        outcome(errand, CallControlOutcome.HUNG_UP, null);
    }

    void superseded(Errand errand) throws InterruptedException {
        outcome(errand, CallControlOutcome.SUPERSEDED, null);
    }

    void failed(Errand errand, Trouble trouble) throws InterruptedException {
        errand.call()
                .ifPresent(call -> log.warn(
                        "Call control gave up on instruction {} ({}) of {}: {} {}",
                        errand.instruction().sequence(),
                        errand.instruction().kind(),
                        call.callSid(),
                        trouble.code(),
                        trouble.detail()));
        outcome(errand, CallControlOutcome.FAILED, trouble);
    }

    /** The leg that was to be redirected is over. */
    void ended(Errand errand, CallStatus status) throws InterruptedException {
        report(errand, "ended", callSid -> new EndCall(callSid, status, null));
    }

    private void outcome(Errand errand, CallControlOutcome outcome, @Nullable Trouble trouble)
            throws InterruptedException {
        report(
                errand,
                WireName.of(outcome),
                callSid -> new ReportCallControl(
                        callSid,
                        errand.instruction().sequence(),
                        outcome,
                        trouble == null ? null : trouble.code(),
                        trouble == null ? null : trouble.detail()));
    }

    private void report(Errand errand, String outcome, Content content) throws InterruptedException {
        String commandId = "call-control:" + errand.instruction().sequence() + ":" + outcome;
        Optional<LiveCall> call = errand.call();
        while (call.isPresent()) {
            LiveCall current = call.get();
            CommandMessage message = new CommandMessage(
                    current.workspace(), commandId, Actor.CALL_CONTROL, content.about(current.callSid()));
            if (decisions.ask(message) instanceof Answer.Decided) {
                metrics.finished(errand.instruction().kind(), outcome);
                return;
            }
            errand.isOverWithin(BETWEEN_TRIES);
            call = errand.call();
        }
    }

    private interface Content {
        TwilioCommand about(String callSid);
    }
}
