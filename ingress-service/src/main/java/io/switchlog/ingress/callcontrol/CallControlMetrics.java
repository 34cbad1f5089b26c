package io.switchlog.ingress.callcontrol;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.calls.Instruction;

/** What operators see of call control. */
final class CallControlMetrics {

    private final MeterRegistry registry;

    CallControlMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void attempt(String kind) {
        Counter.builder("switchlog.callcontrol.attempts")
                .description("HTTP requests to Twilio by kind")
                .tag("kind", kind)
                .register(registry)
                .increment();
    }

    void finished(Instruction.Kind kind, String outcome) {
        Counter.builder("switchlog.callcontrol.instructions")
                .description("Instructions by kind and how they ended")
                .tag("kind", WireName.of(kind))
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
