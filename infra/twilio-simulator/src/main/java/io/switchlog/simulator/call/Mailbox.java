package io.switchlog.simulator.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The one way into a call: signals are handled one after the other by the call's thread, so of two devices that accept in
 * the same instant one comes first.
 */
final class Mailbox {
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private boolean closed;

    /** Sends a signal; the answer is false at once when the call is over. */
    synchronized CompletableFuture<Boolean> ask(Function<CompletableFuture<Boolean>, Signal> signal) {
        CompletableFuture<Boolean> obeyed = new CompletableFuture<>();
        if (closed) {
            obeyed.complete(false);
        } else {
            signals.add(signal.apply(obeyed));
        }
        return obeyed;
    }

    Signal take() throws InterruptedException {
        return signals.take();
    }

    /** Refuses what still waits and what comes later. */
    synchronized void close() {
        closed = true;
        signals.forEach(signal -> signal.obeyed().complete(false));
        signals.clear();
    }
}
