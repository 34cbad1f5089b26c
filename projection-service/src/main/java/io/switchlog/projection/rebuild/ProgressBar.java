package io.switchlog.projection.rebuild;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a rebuild is: a bar that is drawn over itself on a terminal, and a line now and then elsewhere. For one thread.
 */
public final class ProgressBar {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;

    private long total;
    private long reached;
    private long events;
    private long startedNanos;
    private long shownNanos;

    /**
     * Shows nothing before {@link #begin}.
     *
     * @param terminal whether what {@code out} prints can be drawn over
     * @param nanoTime as {@link System#nanoTime}
     */
    public ProgressBar(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** @param records how many there are to be read, markers of transactions included */
    void begin(long records) {
        total = records;
        startedNanos = nanoTime.getAsLong();
        shownNanos = startedNanos;
        out.printf(Locale.ROOT, "Rebuilding the read models from %,d records of the log%n", records);
        out.flush();
    }

    void wrote(long moreEvents) {
        events += moreEvents;
    }

    void reached(long records) {
        reached = Math.min(records, total);
        long now = nanoTime.getAsLong();
        Duration pause = terminal ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (now - shownNanos >= pause.toNanos()) {
            shownNanos = now;
            if (terminal) {
                out.print("\r" + bar() + " " + text() + "\u001b[K");
            } else {
                out.println(text());
            }
            out.flush();
        }
    }

    void end() {
        out.printf(
                Locale.ROOT,
                "%sRebuilt from %,d events in %.1f s (%,d events/s)%n",
                terminal ? "\r\u001b[K" : "",
                events,
                seconds(),
                eventsPerSecond());
        out.flush();
    }

    private String bar() {
        int filled = total == 0 ? WIDTH : (int) (WIDTH * reached / total);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    private String text() {
        double share = total == 0 ? 1 : (double) reached / total;
        double left = share == 0 ? 0 : seconds() / share - seconds();
        return String.format(
                Locale.ROOT, "%3.0f %%, %,d events/s, %s left", share * 100, eventsPerSecond(), minutes(left));
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    private long eventsPerSecond() {
        return Math.round(events / Math.max(seconds(), 0.001));
    }

    private double seconds() {
        return (nanoTime.getAsLong() - startedNanos) / 1e9;
    }
}
