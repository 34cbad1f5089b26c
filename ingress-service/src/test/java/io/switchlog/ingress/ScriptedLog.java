package io.switchlog.ingress;

import io.switchlog.client.Decision;
import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.CommandSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A log in memory. A script plays the decider, and the view sees the events as it would see them from Kafka. */
public final class ScriptedLog implements CommandSink {

    public static final String WORKSPACE = "demo";

    private final LiveCalls calls;
    private final List<CommandMessage> commands = new CopyOnWriteArrayList<>();
    private volatile Function<CommandMessage, CompletableFuture<Decision>> script = _ -> new CompletableFuture<>();
    private long sequence;

    public ScriptedLog(LiveCalls calls) {
        this.calls = calls;
    }

    /** All commands that were appended, in their order. */
    public List<CommandMessage> commands() {
        return commands;
    }

    public CommandMessage lastCommand() {
        return commands.getLast();
    }

    /** From now on commands are decided like this. */
    public void decides(Function<CommandMessage, List<? extends Event>> decider) {
        script = message -> CompletableFuture.completedFuture(
                new Decision(append(message.workspace(), message.cause(), decider.apply(message))));
    }

    /** From now on no decision comes. */
    public void isSilent() {
        script = _ -> new CompletableFuture<>();
    }

    /** From now on nothing can be appended. */
    public void isAway() {
        script = _ -> CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    }

    /** A decision that nobody here asked for. Returns the sequence of its last event. */
    public long append(Event... events) {
        Cause cause = new Cause("elsewhere-" + sequence, "Test", Actor.TWILIO, "elsewhere");
        return append(WORKSPACE, cause, List.of(events)).getLast().sequence();
    }

    @Override
    public CompletableFuture<Decision> submit(CommandMessage message) {
        commands.add(message);
        return script.apply(message);
    }

    private synchronized List<EventMessage> append(String workspace, Cause cause, List<? extends Event> events) {
        List<EventMessage> messages = new ArrayList<>();
        for (Event event : events) {
            sequence++;
            EventMessage message = new EventMessage(
                    workspace, sequence, "", 1, cause, messages.size() + 1, events.size(), Instant.EPOCH, event);
            messages.add(message);
            calls.accept(message);
        }
        return messages;
    }
}
