package io.switchlog.gateway.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One stream's share of the events: what it missed, and a queue of what comes. The queue is bounded, since a reader that
 * stands still must cost little and hold up nobody. An event is offered when it comes, and whoever waits is woken when its
 * decision is whole.
 */
final class Subscription {

    private final String sessionId;
    private final int capacity;
    private final @Nullable Resumption resumption;
    private final Queue<Frame> queue = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable EndCause end;

    /**
     * Opens a stream.
     *
     * @param sessionId the session it lives by
     * @param capacity how many events may wait to be read
     * @param resumption what to send before the live ones; null when the client must start anew
     */
    Subscription(String sessionId, int capacity, @Nullable Resumption resumption) {
        this.sessionId = sessionId;
        this.capacity = capacity;
        this.resumption = resumption;
    }

    String sessionId() {
        return sessionId;
    }

    @Nullable
    Resumption resumption() {
        return resumption;
    }

    /** Never waits, and wakes nobody: see {@link #wake}. Returns false when the stream has ended, now or before. */
    boolean offer(Frame frame) {
        lock.lock();
        try {
            if (end == null && queue.size() == capacity) {
                end = EndCause.FELL_BEHIND;
                news.signal();
            }
            if (end == null) {
                queue.add(frame);
            }
            return end == null;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits for events gets those that were offered, if any were: many decisions concern no agent. */
    void wake() {
        lock.lock();
        try {
            if (!queue.isEmpty()) {
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The first cause holds. */
    void end(EndCause cause) {
        lock.lock();
        try {
            end = end == null ? cause : end;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Why it has ended, if it has. What still waits is then not worth sending. */
    @Nullable
    EndCause ended() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events, as long as that. Returns all that there are: none when none have come, or the stream has ended. */
    List<Frame> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (end == null && queue.isEmpty() && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            List<Frame> frames = end == null ? List.copyOf(queue) : List.of();
            queue.clear();
            return frames;
        } finally {
            lock.unlock();
        }
    }
}
