package io.switchlog.simulator.webhook;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A line of webhooks that nobody waits for: each leaves when the one before it has been answered or given up. */
public final class OrderedWebhooks {
    private final WebhookClient webhooks;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    public OrderedWebhooks(WebhookClient webhooks) {
        this.webhooks = webhooks;
    }

    public synchronized void send(Endpoint endpoint, Map<String, String> parameters) {
        last = last.thenCompose(before -> webhooks.sendLater(endpoint, parameters));
    }

    /** Done when all that was sent until now has been answered or given up. */
    public synchronized CompletableFuture<?> delivered() {
        return last;
    }
}
