package io.switchlog.ingress.decisions;

import io.switchlog.contract.CommandMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the decider, and waits no longer than a caller can. */
public final class Decisions {

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
        return ask(CompletableFuture.completedFuture(message));
    }

    /** Asks with a command that is still in the making, since what is personal in it has to be sealed first. */
    public Answer ask(CompletableFuture<CommandMessage> message) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            CommandMessage made = await(message, deadline);
            return new Answer.Decided(await(sink.submit(made), deadline));
        } catch (TimeoutException e) {
            return new Answer.Undecided();
        } catch (ExecutionException e) {
            return new Answer.NotAppended(e.getCause() == null ? e : e.getCause());
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
