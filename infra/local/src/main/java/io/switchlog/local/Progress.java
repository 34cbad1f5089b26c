package io.switchlog.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: one line for each part that has come up, and what it took. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void ready(String part, long startedNanos) {
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        say(String.format(Locale.ROOT, "  %-18s ready in %.1f s", part, took.toMillis() / 1000.0));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
