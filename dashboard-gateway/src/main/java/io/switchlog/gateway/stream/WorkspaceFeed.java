package io.switchlog.gateway.stream;

import io.switchlog.board.BoardChange;
import io.switchlog.contract.EventMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of one workspace: the last ones, for those who come back, and the streams that want the next ones. Joining is
 * one step: whoever joins gets each event either among the missed ones or live, and none twice.
 */
final class WorkspaceFeed {

    private final int memory;
    private final Function<StreamedEvent, byte[]> text;
    private final Deque<StreamedEvent> remembered = new ArrayDeque<>();
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();

    /** All that concerns agents and came after this sequence is remembered; -1 while nobody has joined and nothing come. */
    private long completeAfter = -1;

    private long lastSequence;

    /**
     * Starts without any event.
     *
     * @param memory how many events to remember
     */
    WorkspaceFeed(int memory, Function<StreamedEvent, byte[]> text) {
        this.memory = memory;
        this.text = text;
    }

    synchronized void accept(EventMessage message, BoardChange change) {
        if (completeAfter < 0) {
            completeAfter = message.sequence() - 1;
        }
        lastSequence = message.sequence();
        if (StreamedEvent.concernsAgents(message.event())) {
            offer(new StreamedEvent(message, change));
        }
        if (message.endsDecision()) {
            // So a stream that waits writes together what was decided together.
            subscriptions.forEach(Subscription::wake);
        }
    }

    private void offer(StreamedEvent event) {
        remembered.addLast(event);
        if (remembered.size() > memory) {
            completeAfter = remembered.removeFirst().sequence();
        }
        if (!subscriptions.isEmpty()) {
            Frame frame = new Frame(event.sequence(), () -> text.apply(event));
            subscriptions.removeIf(subscription -> !subscription.offer(frame));
        }
    }

    /**
     * Joins the feed.
     *
     * @param lastSeen sequence of the last event that the client knows of; null when it knows nothing
     * @param boardSequence sequence of the board as of now or earlier; what lies beyond it and beyond the last event that came
     *     is no sequence of this log
     */
    synchronized Subscription join(String sessionId, int capacity, @Nullable Long lastSeen, long boardSequence) {
        if (completeAfter < 0) {
            // The board began with a snapshot, and what came before that is nowhere to be had.
            completeAfter = boardSequence;
        }
        Resumption resumption = lastSeen == null ? null : after(lastSeen, Math.max(boardSequence, lastSequence));
        Subscription subscription = new Subscription(sessionId, capacity, resumption);
        subscriptions.add(subscription);
        return subscription;
    }

    synchronized void leave(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** The last events after that one, oldest first. */
    synchronized List<StreamedEvent> rememberedAfter(long sequence) {
        return remembered.reversed().stream()
                .takeWhile(event -> event.sequence() > sequence)
                .toList()
                .reversed();
    }

    private @Nullable Resumption after(long lastSeen, long newest) {
        return lastSeen < completeAfter || lastSeen > newest
                ? null
                : new Resumption(lastSeen, rememberedAfter(lastSeen));
    }
}
