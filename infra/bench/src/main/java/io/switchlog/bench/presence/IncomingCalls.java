package io.switchlog.bench.presence;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import io.switchlog.bench.phone.Callers;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Webhooks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that come in, ring, and are given up by their callers after a second. */
final class IncomingCalls implements AutoCloseable {

    private static final int PER_SECOND = 10;
    private static final long SEED = 50;

    /** As many as a {@code <Dial>} takes. */
    private static final int RUNG = 10;

    private final Callers callers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undecided = new AtomicInteger();

    IncomingCalls(Ports ports) {
        callers = new Callers(new Webhooks(ports.ingressUri()));
    }

    /** From the webhook to the TwiML that rings. */
    Latencies come(Duration length) {
        return OpenLoop.run(
                Schedule.of(PER_SECOND, length, SEED), _ -> CompletableFuture.runAsync(this::call, threads));
    }

    /** Calls that did not ring for ten. Forgets them. */
    List<String> takeWrong() {
        List<String> taken = List.copyOf(wrong);
        wrong.clear();
        return taken;
    }

    /** How many were held, or had to be told twice, as there was no decision in time. Forgets them. */
    int takeUndecided() {
        return undecided.getAndSet(0);
    }

    private void call() {
        String callSid = "CA%032x".formatted(0x9E5_0000_0000L + calls.getAndIncrement());
        try {
            int rung = callers.call(callSid).agentIds().size();
            if (rung != RUNG) {
                wrong.add(callSid + " rings for " + rung);
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            undecided.incrementAndGet();
        }
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, threads).execute(() -> giveUp(callSid));
    }

    private void giveUp(String callSid) {
        try {
            callers.hangUp(callSid);
        } catch (IllegalStateException | UncheckedIOException e) {
            undecided.incrementAndGet();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
