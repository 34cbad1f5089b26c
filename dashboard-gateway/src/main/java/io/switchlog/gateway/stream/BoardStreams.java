package io.switchlog.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.board.Board;
import io.switchlog.board.BoardChange;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.WireName;
import io.switchlog.gateway.board.Boards;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * All open streams. Each is written by the (virtual) thread of its own request; the tail's thread only puts events into
 * their queues, so a slow reader holds up nobody.
 */
@Component
public final class BoardStreams {

    /** Of one workspace; at 400 events a second, 25 s in which a browser may come back without loading the whole board. */
    private static final int REMEMBERED_EVENTS = 10_000;

    /** Of one stream, unread; a few seconds' worth in a very busy workspace. */
    private static final int QUEUED_EVENTS = 1_000;

    private static final Duration KEEP_ALIVE_EVERY = Duration.ofSeconds(15);

    /**
     * How long a stream rests after each write. What happens alone is written at once, and what happens fifty times a second or
     * more often becomes one write: with hundreds of streams these, and not the events, are what takes the processor's time.
     */
    private static final Duration REST = Duration.ofMillis(20);

    private final Boards boards;
    private final EventText text;
    private final Duration keepAliveEvery;
    private final Map<String, WorkspaceFeed> feeds = new ConcurrentHashMap<>();
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private final Map<EndCause, Counter> ended = new EnumMap<>(EndCause.class);
    private volatile boolean closing;

    @Autowired
    BoardStreams(Boards boards, EventText text, MeterRegistry meters) {
        this(boards, text, meters, KEEP_ALIVE_EVERY);
    }

    BoardStreams(Boards boards, EventText text, MeterRegistry meters, Duration keepAliveEvery) {
        this.boards = boards;
        this.text = text;
        this.keepAliveEvery = keepAliveEvery;
        Gauge.builder("switchlog.streams.open", open, Set::size).register(meters);
        for (EndCause cause : EndCause.values()) {
            ended.put(cause, meters.counter("switchlog.streams.ended", "cause", WireName.of(cause)));
        }
    }

    /** Takes the next event of the tail, once the boards have it. */
    public void accept(EventMessage message, BoardChange change) {
        feedOf(message.workspace()).accept(message, change);
    }

    /**
     * Writes the workspace's events until the stream ends.
     *
     * @param lastSeen sequence of the last event that the client knows of; null when it knows nothing
     */
    void serve(String workspace, String sessionId, @Nullable Long lastSeen, KeepAlive keepAlive, OutputStream out) {
        WorkspaceFeed feed = feedOf(workspace);
        Subscription subscription = feed.join(sessionId, QUEUED_EVENTS, lastSeen, boards.sequenceOf(workspace));
        open.add(subscription);
        if (closing) {
            subscription.end(EndCause.SHUTDOWN);
        }
        try {
            write(workspace, feed, subscription, keepAlive, out);
        } catch (IOException e) {
            subscription.end(EndCause.READER_LEFT);
        } catch (InterruptedException e) {
            subscription.end(EndCause.SHUTDOWN);
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(subscription);
            open.remove(subscription);
            count(subscription);
        }
    }

    Set<String> sessionIds() {
        return open.stream().map(Subscription::sessionId).collect(Collectors.toSet());
    }

    void endThoseNotOf(Set<String> sessionIds, Set<String> asked) {
        open.stream()
                .filter(subscription -> asked.contains(subscription.sessionId()))
                .filter(subscription -> !sessionIds.contains(subscription.sessionId()))
                .forEach(subscription -> subscription.end(EndCause.SIGNED_OUT));
    }

    /** Ends all streams; those that come from now on are not concerned. */
    public void endAllForNow() {
        open.forEach(subscription -> subscription.end(EndCause.NOT_UP_TO_DATE));
    }

    /** Ends all streams, and all that come from now on. */
    void close() {
        closing = true;
        open.forEach(subscription -> subscription.end(EndCause.SHUTDOWN));
    }

    private void write(
            String workspace, WorkspaceFeed feed, Subscription subscription, KeepAlive keepAlive, OutputStream out)
            throws IOException, InterruptedException {
        out.write(EventText.RETRY);
        long last = writeStart(workspace, feed, subscription, out);
        out.flush();
        while (subscription.ended() == null) {
            List<Frame> frames = subscription.next(keepAliveEvery);
            if (frames.isEmpty()) {
                out.write(keepAlive.bytes());
            }
            for (Frame frame : frames) {
                if (subscription.ended() != null) {
                    break;
                }
                // Those up to there stand on the board that was sent.
                if (frame.sequence() > last) {
                    out.write(frame.bytes());
                }
            }
            out.flush();
            Thread.sleep(REST);
        }
    }

    /** What the client needs before the live events. Returns the sequence up to which it is then informed. */
    private long writeStart(String workspace, WorkspaceFeed feed, Subscription subscription, OutputStream out)
            throws IOException {
        Resumption resumption = subscription.resumption();
        if (resumption == null) {
            // Taken after joining: the board holds all that was not queued, and perhaps some that was, except for
            // the first events of a decision that is not whole yet.
            Board board = boards.of(workspace);
            out.write(text.reset(board));
            resumption = new Resumption(board.sequence(), feed.rememberedAfter(board.sequence()));
        }
        long last = resumption.lastSeen();
        for (StreamedEvent event : resumption.missed()) {
            out.write(text.event(event));
            last = event.sequence();
        }
        // The client may have a board that is ahead of this feed by the event that is just being handed on.
        return last;
    }

    private WorkspaceFeed feedOf(String workspace) {
        return feeds.computeIfAbsent(workspace, _ -> new WorkspaceFeed(REMEMBERED_EVENTS, text::event));
    }

    private void count(Subscription subscription) {
        EndCause cause = subscription.ended();
        Counter counter = cause == null ? null : ended.get(cause);
        if (counter != null) {
            counter.increment();
        }
    }
}
