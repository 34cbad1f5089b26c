package io.switchlog.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests when they are due, whether or not earlier ones have been answered, as people do. Latency counts from when
 * a request was due, so that a system, or a sender, that falls behind is charged for it (no coordinated omission).
 */
public final class OpenLoop {

    private static final Duration LAST_ANSWERS_WITHIN = Duration.ofMinutes(1);

    private OpenLoop() {}

    /** Starts one request and returns at once; completes with its answer, and fails only if there is none. */
    @FunctionalInterface
    public interface Request {
        CompletableFuture<?> send(int index);
    }

    /** Runs the schedule to the last answer. */
    public static Latencies run(Schedule schedule, Request request) {
        Latencies latencies = new Latencies();
        List<CompletableFuture<?>> answers = new ArrayList<>(schedule.size());
        long start = System.nanoTime();
        for (int i = 0; i < schedule.size(); i++) {
            long due = start + schedule.dueNanos()[i];
            waitUntil(due);
            answers.add(request.send(i).whenComplete((_, _) -> latencies.record(System.nanoTime() - due)));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .orTimeout(LAST_ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
        return latencies;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
