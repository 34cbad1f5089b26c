package io.switchlog.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.Event;
import io.switchlog.contract.Offer;
import io.switchlog.contract.Offer.Verdict;

/** Whom calls ring, and what comes of it: how much what is known of agents is worth. */
final class RingMetrics {

    private final Counter offers;
    private final Counter fallbacks;
    private final Counter toTheProven;
    private final Counter toTheUnproven;
    private final Counter missed;

    RingMetrics(MeterRegistry registry) {
        offers = registry.counter("switchlog.engine.offers", "fallback", "false");
        fallbacks = registry.counter("switchlog.engine.offers", "fallback", "true");
        toTheProven = registry.counter("switchlog.engine.rings", "proven", "true");
        toTheUnproven = registry.counter("switchlog.engine.rings", "proven", "false");
        missed = Counter.builder("switchlog.engine.rings.missed")
                .description("Rings that nobody answered or declined before their time was over")
                .register(registry);
    }

    void count(Event event) {
        switch (event) {
            case CallRinging ringing -> {
                boolean fallback = isFallback(ringing.offer());
                (fallback ? fallbacks : offers).increment();
                (fallback ? toTheUnproven : toTheProven)
                        .increment(ringing.agentIds().size());
            }
            case RingCancelled cancelled
            when cancelled.reason() == RingCancelReason.NO_ANSWER ->
                missed.increment(cancelled.agentIds().size());
            default -> {
                // Nothing rings by it.
            }
        }
    }

    private static boolean isFallback(Offer offer) {
        return offer.considered().stream().anyMatch(each -> each.verdict() == Verdict.FALLBACK);
    }
}
