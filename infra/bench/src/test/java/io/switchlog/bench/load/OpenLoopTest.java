package io.switchlog.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void latency_counts_from_when_a_request_was_due_even_if_an_earlier_one_held_up_the_sender() {
        Schedule schedule = new Schedule(new long[] {0, 10 * MILLISECOND});

        Latencies latencies = OpenLoop.run(schedule, _ -> {
            // The sender itself is blocked, which a closed loop would not notice.
            holdUp(100);
            return CompletableFuture.completedFuture(null);
        });

        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.max()).isGreaterThan(180);
    }

    @Test
    void requests_are_sent_when_they_are_due_and_not_when_earlier_ones_are_answered() {
        Schedule schedule = new Schedule(new long[] {0, 0, 0, 0});
        Executor later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

        Latencies latencies = OpenLoop.run(schedule, _ -> CompletableFuture.runAsync(() -> {}, later));

        assertThat(latencies.count()).isEqualTo(4);
        assertThat(latencies.millisAt(0)).isGreaterThanOrEqualTo(99);
        // One after the other they would have taken 400 ms.
        assertThat(latencies.max()).isLessThan(400);
    }

    private static void holdUp(long millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }
}
