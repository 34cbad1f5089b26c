package io.switchlog.client;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Appends commands to {@link Topics#ROUTING_COMMANDS} and gives back their decisions; a listener of an {@link EventTail}. */
public final class CommandLog implements Consumer<EventMessage>, AutoCloseable {

    private final String source;
    private final Appender appender;
    private final AwaitedDecisions decisions = new AwaitedDecisions();

    /**
     * Opens the log.
     *
     * @param kafkaProperties where the brokers are and how to sign in there
     * @param source who appends, as a URI reference such as {@code /ingress-service}, for people
     */
    public CommandLog(Map<String, Object> kafkaProperties, String source) {
        this.source = source;
        this.appender = Appender.atOnce(kafkaProperties, Topics.ROUTING_COMMANDS);
    }

    /**
     * Appends a command and completes with its decision, be it the original one or, for a command that was decided before,
     * the repetition. Returns at once, whether or not brokers are there; they may be away for two minutes before it fails.
     * Whether the command stands in the log is then unknown, and to submit it again is safe.
     *
     * <p>It never times out by itself: use {@link CompletableFuture#orTimeout}, or cancel it after a {@code get} that timed
     * out, and nothing of it is left here. What hangs on the future runs in a virtual thread.
     */
    public CompletableFuture<Decision> submit(CommandMessage message) {
        // Before the append, since the decision may be tailed before the append is acknowledged.
        CompletableFuture<Decision> decision = decisions.next(message.workspace(), message.cause());
        var _ = appender.append(CommandRecords.of(message, source)).whenComplete((_, failure) -> {
            if (failure != null) {
                decision.completeExceptionally(failure);
            }
        });
        return decision;
    }

    /** Takes the next event of the tail. */
    @Override
    public void accept(EventMessage message) {
        decisions.accept(message);
    }

    /** Commands on their way get some seconds to arrive; whoever still waits for a decision then gets a failure. */
    @Override
    public void close() {
        appender.close();
        decisions.abandon();
    }
}
