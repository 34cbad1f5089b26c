package io.switchlog.ingress.decisions;

import io.switchlog.client.Decision;
import io.switchlog.contract.CommandEvent.CommandIgnored;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.WireName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Asks the decider, and waits no longer than a caller can. Each command leaves one line in the service's own log. */
public final class Decisions {

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private final CommandSink sink;
    private final Duration patience;

    /**
     * Asks in this way.
     *
     * @param patience for the whole of sealing, appending and deciding
     */
    public Decisions(CommandSink sink, Duration patience) {
        this.sink = sink;
        this.patience = patience;
    }

    public Answer ask(CommandMessage message) {
        return ask(message.command().subject(), CompletableFuture.completedFuture(message));
    }

    /** Asks with a command that is still in the making, since what is personal in it has to be sealed first. */
    public Answer ask(String callSid, CompletableFuture<CommandMessage> message) {
        long deadline = System.nanoTime() + patience.toNanos();
        CommandMessage made = null;
        try {
            made = await(message, deadline);
            Decision decision = await(sink.submit(made), deadline);
            logDecided(made, decision);
            return new Answer.Decided(decision);
        } catch (TimeoutException e) {
            logUndecided("undecided", callSid, made);
            return new Answer.Undecided();
        } catch (ExecutionException e) {
            logUndecided("not appended (" + e.getCause() + ")", callSid, made);
            return new Answer.NotAppended();
        }
    }

    /** News that changes nothing is most of what Twilio tells, and worth no line on a quiet day. */
    private static void logDecided(CommandMessage command, Decision decision) {
        boolean ignored = decision.events().stream().allMatch(message -> message.event() instanceof CommandIgnored);
        Outcome outcome = decision.outcome();
        RefusalReason reason = outcome.reason();
        log.atLevel(ignored ? Level.DEBUG : Level.INFO)
                .log(
                        "{} of {}: {}, commandId {}, sequence {}",
                        command.cause().commandType(),
                        command.command().subject(),
                        reason == null ? "accepted" : WireName.of(reason),
                        command.commandId(),
                        outcome.sequence());
    }

    private static void logUndecided(String what, String callSid, @Nullable CommandMessage command) {
        if (command == null) {
            log.warn("A command of {} that could not be sealed: {}", callSid, what);
        } else {
            log.warn("{} of {}: {}, commandId {}", command.cause().commandType(), callSid, what, command.commandId());
        }
    }

    private static <T> T await(CompletableFuture<T> future, long deadline) throws TimeoutException, ExecutionException {
        try {
            return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } finally {
            // Where nobody waits any more, the log forgets the waiter and goes on appending.
            future.cancel(false);
        }
    }
}
