package io.switchlog.ingress.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.client.Decision;
import io.switchlog.contract.WireName;

/** What operators see of the webhooks. */
class WebhookMetrics {

    /** How a webhook was answered. */
    enum Answered {
        /** The decision came in time. */
        DECIDED,
        /** The decision came in time, and was no. */
        REFUSED,
        /** No decision in time: a leg was told to wait, a callback was taken note of. */
        HELD,
        /** The broker did not take the command. */
        NOT_APPENDED,
        /** A parameter was missing or made no sense. */
        INVALID
    }

    private final MeterRegistry registry;
    private final Counter badSignatures;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.badSignatures = Counter.builder("switchlog.webhook.signature.failures")
                .description("Requests refused since Twilio had not signed them")
                .register(registry);
    }

    void badSignature() {
        badSignatures.increment();
    }

    static Answered answered(Decision decision) {
        return decision.outcome().accepted() ? Answered.DECIDED : Answered.REFUSED;
    }

    /** @param path the webhook's; its last segment names the kind */
    void answered(String path, Answered answered) {
        Counter.builder("switchlog.webhooks")
                .description("Webhooks by kind and answer")
                .tag("kind", path.substring(path.lastIndexOf('/') + 1))
                .tag("answer", WireName.of(answered))
                .register(registry)
                .increment();
    }
}
