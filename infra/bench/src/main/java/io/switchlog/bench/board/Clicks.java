package io.switchlog.bench.board;

import io.switchlog.bench.load.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What was clicked in a run, what it was answered, and when the others saw it. For many threads. */
final class Clicks {

    private final Queue<Granted> granted = new ConcurrentLinkedQueue<>();
    private final Latencies answers = new Latencies();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicInteger undecided = new AtomicInteger();

    /**
     * A click that counted.
     *
     * @param agentId who clicked
     * @param dueNanos when, by {@link System#nanoTime}
     * @param sequence of its first event
     */
    record Granted(String agentId, long dueNanos, long sequence) {}

    void granted(String agentId, long dueNanos, long answeredNanos, long sequence) {
        granted.add(new Granted(agentId, dueNanos, sequence));
        answers.record(answeredNanos - dueNanos);
    }

    /** Somebody was quicker, or is busy: it happens, and its answer names no event of which a time could be taken. */
    void refused(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    /** No decision in time. */
    void undecided() {
        undecided.incrementAndGet();
    }

    /** How many were refused, by reason. */
    Map<String, Integer> refusals() {
        return new TreeMap<>(refused);
    }

    int withoutDecision() {
        return undecided.get();
    }

    int count() {
        return granted.size();
    }

    /** From the click to the answer of its own request. */
    Latencies answers() {
        return answers;
    }

    /**
     * When the others saw the clicks.
     *
     * @param latencies from a click to its event, at each screen but the clicker's own
     * @param missing events that did not come to a screen that was there
     */
    record Seen(Latencies latencies, List<String> missing) {}

    /** Holds the clicks against what came to the screens, which must be closed. */
    Seen seenOn(List<Screen> screens) {
        Latencies latencies = new Latencies();
        List<String> missing = new ArrayList<>();
        for (Granted click : granted) {
            for (Screen screen : screens) {
                if (screen.agentId().equals(click.agentId())) {
                    continue;
                }
                long arrived = screen.arrivalOf(click.sequence());
                if (arrived == Screen.NEVER) {
                    missing.add("event " + click.sequence() + " did not come to " + screen.agentId());
                } else {
                    latencies.record(arrived - click.dueNanos());
                }
            }
        }
        return new Seen(latencies, missing);
    }
}
