package io.switchlog.client;

import io.switchlog.contract.Cause;
import io.switchlog.contract.EventMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Who waits for which decision. Futures are completed in threads of their own, so that whatever hangs on them cannot hold up
 * the tail.
 */
final class AwaitedDecisions {

    private static final Executor THREAD_OF_ITS_OWN = Thread::startVirtualThread;

    private final Map<Key, Awaited> awaited = new HashMap<>();

    /**
     * The next whole decision with that cause. Of one that is half over by now only the rest would be seen, so that does not
     * count; the caller appends the command afterwards, and its repetition will be answered in whole.
     */
    synchronized CompletableFuture<Decision> next(String workspace, Cause cause) {
        Key key = new Key(workspace, cause);
        CompletableFuture<Decision> waiter = new CompletableFuture<>();
        awaited.computeIfAbsent(key, _ -> new Awaited()).waiters.add(waiter);
        // Cancelled, timed out or failed by its owner: forget it, or the map would grow while nothing is decided.
        var _ = waiter.whenComplete((_, _) -> forgetDone(key));
        return waiter;
    }

    synchronized void accept(EventMessage message) {
        Key key = new Key(message.workspace(), message.cause());
        Awaited here = awaited.get(key);
        if (here != null && here.isCompletedBy(message)) {
            awaited.remove(key);
            Decision decision = new Decision(here.events);
            here.waiters.forEach(waiter -> waiter.completeAsync(() -> decision, THREAD_OF_ITS_OWN));
        }
    }

    /** Nothing will be tailed any more. */
    synchronized void abandon() {
        List<CompletableFuture<Decision>> waiters =
                awaited.values().stream().flatMap(left -> left.waiters.stream()).toList();
        awaited.clear();
        THREAD_OF_ITS_OWN.execute(() -> waiters.forEach(
                waiter -> waiter.completeExceptionally(new IllegalStateException("the command log was closed"))));
    }

    synchronized boolean isEmpty() {
        return awaited.isEmpty();
    }

    private synchronized void forgetDone(Key key) {
        Awaited left = awaited.get(key);
        if (left != null && left.waiters.removeIf(CompletableFuture::isDone) && left.waiters.isEmpty()) {
            awaited.remove(key);
        }
    }

    private record Key(String workspace, Cause cause) {}

    private static final class Awaited {
        final List<CompletableFuture<Decision>> waiters = new ArrayList<>();
        final List<EventMessage> events = new ArrayList<>();

        /** The first event of a decision begins anew; without it the count never reaches the decision's size. */
        boolean isCompletedBy(EventMessage message) {
            if (message.position() == 1) {
                events.clear();
            }
            events.add(message);
            return events.size() == message.size();
        }
    }
}
