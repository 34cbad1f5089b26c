package io.switchlog.simulation.log;

import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Outcome;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What every service has of the log: it appends commands, tails the events, and tells who waits for which decision. A service
 * that dies takes its client along, and those who wait with it.
 */
public final class LogClient {

    /** How far behind the log a tail may be, in milliseconds. The judge counts on it. */
    public static final int LONGEST_LAG_MILLIS = 40;

    private static final int LONGEST_WAY_MILLIS = 15;

    private final World world;
    private final Broker broker;
    private final Consumer<List<EventMessage>> decisions;
    private final Map<Key, List<Waiter>> waiters = new HashMap<>();
    private final List<EventMessage> unfinished = new ArrayList<>();
    private int position;
    private boolean closed;

    /** @param decisions is told every whole decision, in the log's order */
    public LogClient(World world, Broker broker, Consumer<List<EventMessage>> decisions) {
        this.world = world;
        this.broker = broker;
        this.decisions = decisions;
    }

    /** Folds the log from its beginning, and goes on from there. */
    public void open() {
        broker.onEvents(() -> {
            if (!closed) {
                world.in(world.chance().delay(1, LONGEST_LAG_MILLIS), this::catchUp);
            }
        });
        catchUp();
    }

    private record Key(String workspace, Cause cause) {}

    private record Waiter(Consumer<Answer> answer) {}

    /** What came of asking. */
    public sealed interface Answer {
        record Decided(Outcome outcome) implements Answer {}

        /** Nobody knows (yet), so asking again is all that can be done. */
        record Undecided() implements Answer {}
    }

    /** Appends a command, and waits so long for its decision. */
    public void ask(CommandMessage message, long patienceMillis, Consumer<Answer> answer) {
        Key key = new Key(message.workspace(), message.cause());
        Waiter waiter = new Waiter(answer);
        waiters.computeIfAbsent(key, _ -> new ArrayList<>()).add(waiter);
        world.in(world.chance().delay(1, LONGEST_WAY_MILLIS), () -> {
            if (!closed && !broker.append(LogCodec.encode(message))) {
                giveUp(key, waiter);
            }
        });
        world.in(patienceMillis, () -> giveUp(key, waiter));
    }

    /** Appends a command of which nobody wants to know the decision. */
    public void tell(CommandMessage message) {
        broker.append(LogCodec.encode(message));
    }

    /** Nobody is told anything any more. What was appended stays appended. */
    public void close() {
        closed = true;
        waiters.clear();
    }

    private void giveUp(Key key, Waiter waiter) {
        List<Waiter> waiting = waiters.get(key);
        if (!closed && waiting != null && waiting.remove(waiter)) {
            waiter.answer.accept(new Answer.Undecided());
        }
    }

    private void catchUp() {
        List<EventRecord> events = broker.events();
        while (!closed && position < events.size()) {
            EventMessage message = events.get(position++).message();
            unfinished.add(message);
            if (message.endsDecision()) {
                List<EventMessage> decision = List.copyOf(unfinished);
                unfinished.clear();
                decisions.accept(decision);
                answer(decision);
            }
        }
    }

    private void answer(List<EventMessage> decision) {
        EventMessage first = decision.getFirst();
        List<Waiter> waiting = waiters.remove(new Key(first.workspace(), first.cause()));
        if (waiting != null) {
            Outcome outcome = Outcome.of(
                    first.sequence(), decision.stream().map(EventMessage::event).toList());
            waiting.forEach(waiter -> waiter.answer.accept(new Answer.Decided(outcome)));
        }
    }
}
