package io.switchlog.gateway.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchlog.client.CommandLog;
import io.switchlog.client.Decision;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WireName;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.problem.RefusalProblems;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Asks the log, and waits for its word. */
@Component
public final class Decisions {

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    /** A click that takes longer is answered with 503: whoever clicked may click again, with the same id if they like. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandLog commands;
    private final MeterRegistry meters;
    private final Timer waits;

    Decisions(CommandLog commands, MeterRegistry meters) {
        this.commands = commands;
        this.meters = meters;
        this.waits = Timer.builder("switchlog.decision.wait")
                .description("From the append of a command to its decision, for those that came in time")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(PATIENCE)
                .register(meters);
    }

    /**
     * Returns the decision that grants the command; everything that it changes can be seen on the board by then.
     *
     * @throws ErrorResponseException when it is refused, or when there is no decision in time (503)
     */
    public Decision of(CommandMessage command) {
        long start = System.nanoTime();
        CompletableFuture<Decision> answer = commands.submit(command);
        try {
            Decision decision = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            waits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return granted(command, decision);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw undecided(command, e);
        } catch (ExecutionException e) {
            throw undecided(command, e);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw undecided(command, e);
        }
    }

    private Decision granted(CommandMessage command, Decision decision) {
        Outcome outcome = decision.outcome();
        RefusalReason reason = outcome.reason();
        String word = reason == null ? "accepted" : WireName.of(reason);
        count(command, word);
        log.info(
                "{} of {}: {}, commandId {}, sequence {}",
                command.cause().commandType(),
                command.command().subject(),
                word,
                command.commandId(),
                outcome.sequence());
        if (reason != null) {
            throw Problems.exception(RefusalProblems.of(outcome));
        }
        return decision;
    }

    private ErrorResponseException undecided(CommandMessage command, Exception cause) {
        count(command, "undecided");
        log.warn(
                "{} of {}: undecided, commandId {} ({})",
                command.cause().commandType(),
                command.command().subject(),
                command.commandId(),
                cause.toString());
        return Problems.tryAgain("undecided", "There is no decision yet; asking again is safe");
    }

    private void count(CommandMessage command, String answer) {
        meters.counter("switchlog.clicks", "kind", command.cause().commandType(), "answer", answer)
                .increment();
    }
}
