package io.switchlog.simulator.webhook;

import io.switchlog.simulator.switches.CallbackFate;
import java.util.concurrent.CompletableFuture;

/**
 * A line of webhooks that nobody waits for: each leaves when the one before it has been answered or given up, except those
 * that a switch lets fall behind.
 */
public final class OrderedWebhooks {
    private final CallWebhooks webhooks;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    public OrderedWebhooks(CallWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    public synchronized void send(Callback callback) {
        CallbackFate fate = webhooks.fateOf(callback);
        CompletableFuture<WebhookAnswer> sent = webhooks.send(callback, fate, last);
        if (!fate.fallsBehind()) {
            last = sent;
        }
    }

    /** Done when all that was sent until now has been answered or given up, but for what has fallen behind. */
    public synchronized CompletableFuture<?> delivered() {
        return last;
    }
}
