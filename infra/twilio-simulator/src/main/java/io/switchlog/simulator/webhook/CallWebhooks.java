package io.switchlog.simulator.webhook;

import io.switchlog.simulator.switches.CallSwitches;
import io.switchlog.simulator.switches.CallbackFate;
import io.switchlog.simulator.webhook.WebhookAnswer.Unanswered;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that Twilio sends to us about one call, and what its switches make go wrong on the way.
 *
 * <p>Futures complete with the answer that Twilio goes by, and never exceptionally.
 */
public final class CallWebhooks {
    private static final Logger log = LoggerFactory.getLogger(CallWebhooks.class);

    private final WebhookClient client;
    private final CallSwitches switches;
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<Held> held = new ConcurrentLinkedQueue<>();

    public CallWebhooks(WebhookClient client, CallSwitches switches) {
        this.client = client;
        this.switches = switches;
    }

    /** Waits for a callback with a higher number to overtake it. */
    private record Held(long number, CompletableFuture<@Nullable Void> overtaken) {}

    /** Sends it now, or as late as the switches say. */
    public CompletableFuture<WebhookAnswer> send(Callback callback) {
        return send(callback, fateOf(callback), CompletableFuture.completedFuture(null));
    }

    CallbackFate fateOf(Callback callback) {
        CallbackFate fate = switches.fateOf(callback.kind(), callback.status());
        if (fate.isTroubled()) {
            log.info("{} meets {}", callback, fate);
        }
        return fate;
    }

    /** Sends it after that is done, unless it falls behind and leaves on its own. */
    CompletableFuture<WebhookAnswer> send(Callback callback, CallbackFate fate, CompletableFuture<?> before) {
        long number = numbers.incrementAndGet();
        Duration timeout = switches.inForce().webhookTimeout();
        if (fate.lost()) {
            Unanswered unanswered = Unanswered.within(timeout);
            // Those behind a lost one still wait for those before it.
            return (callback.kind().asksForTwiml() ? after(timeout) : before).thenApply(_ -> unanswered);
        }
        CompletableFuture<?> way = fate.fallsBehind()
                ? CompletableFuture.allOf(after(fate.late()), overtaken(fate.overtakenWithin(), number))
                : before;
        return way.thenCompose(_ -> deliver(callback, fate, timeout)).whenComplete((_, _) -> overtake(number));
    }

    private CompletableFuture<WebhookAnswer> deliver(Callback callback, CallbackFate fate, Duration timeout) {
        HttpRequest request = client.signed(callback.endpoint(), callback.parameters());
        CompletableFuture<WebhookAnswer> answer = client.send(request, timeout);
        Duration repeatedAfter = fate.repeatedAfter();
        if (repeatedAfter != null) {
            CompletableFuture<WebhookAnswer> second =
                    after(repeatedAfter).thenCompose(_ -> client.send(request, timeout));
            answer = fate.firstAnswerCounts() || !callback.kind().asksForTwiml() ? answer : second;
        }
        return fate.answerLost() && callback.kind().asksForTwiml()
                ? after(timeout).thenApply(_ -> Unanswered.within(timeout))
                : answer;
    }

    private CompletableFuture<@Nullable Void> overtaken(@Nullable Duration atMost, long number) {
        if (atMost == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> overtaken = after(atMost);
        held.add(new Held(number, overtaken));
        return overtaken;
    }

    private void overtake(long number) {
        held.removeIf(behind -> behind.overtaken().isDone()
                || (behind.number() < number && behind.overtaken().complete(null)));
    }

    private static CompletableFuture<@Nullable Void> after(Duration time) {
        return new CompletableFuture<@Nullable Void>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
