package io.switchlog.bench.board;

import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import io.switchlog.bench.people.Crowd;
import io.switchlog.bench.people.Heartbeats;
import io.switchlog.bench.phone.Exchange;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who come at a given rate, while the agents' pages say every ten seconds that they are there. */
final class Calls implements AutoCloseable {

    private static final long SEED = 200;

    private final Crowd crowd;
    private final Exchange exchange;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int calls;

    Calls(Crowd crowd, Exchange exchange) {
        this.crowd = crowd;
        this.exchange = exchange;
    }

    /**
     * What became of the calls of a run.
     *
     * @param calls how many there were
     * @param cutShort those that did not come to the end that they should have had
     */
    record Result(Clicks clicks, int calls, int cutShort) {}

    /** Lets as many calls come as the rate brings in that time, and returns when the last of them has ended. */
    Result come(int perSecond, Duration length) {
        Clicks clicks = new Clicks();
        AtomicInteger cutShort = new AtomicInteger();
        Schedule schedule = Schedule.of(perSecond, length, SEED + perSecond);
        int first = calls;
        calls += schedule.size();
        CompletableFuture<?> heartbeats = CompletableFuture.runAsync(
                () -> new Heartbeats(crowd)
                        .send(Heartbeats.perSecond(crowd.people().size()), length),
                threads);
        OpenLoop.run(schedule, i -> CompletableFuture.runAsync(() -> tell(first + i, clicks, cutShort), threads));
        heartbeats.join();
        return new Result(clicks, schedule.size(), cutShort.get());
    }

    private void tell(int number, Clicks clicks, AtomicInteger cutShort) {
        String callSid = "CA%032x".formatted(0xB0A_0000_0000L + number);
        try {
            if (!new Story(number, callSid, crowd, exchange, clicks).happens()) {
                cutShort.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | CompletionException | UncheckedIOException e) {
            cutShort.incrementAndGet();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
