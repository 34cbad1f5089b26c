package io.switchlog.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchlog.contract.Event;
import io.switchlog.engine.partition.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the engine did, and how long it took. */
final class EngineMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Counter> commands = new ConcurrentHashMap<>();
    private final Map<Class<? extends Event>, Counter> decisions = new ConcurrentHashMap<>();
    private final Timer decideTime;
    private final Timer lag;
    private final Counter decidedBefore;
    private final RingMetrics rings;

    EngineMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.decideTime = Timer.builder("switchlog.engine.decide")
                .description("From a command's bytes to its events' bytes")
                .publishPercentileHistogram()
                .register(registry);
        this.lag = Timer.builder("switchlog.engine.lag")
                .description("From the append of a command, by the broker's clock, to its decision, by the engine's")
                .publishPercentileHistogram()
                .register(registry);
        this.rings = new RingMetrics(registry);
        this.decidedBefore = Counter.builder("switchlog.engine.commands.decided.before")
                .description("Commands read again though their decision is in the log: the group's offsets were lost")
                .register(registry);
    }

    void decidedBefore() {
        decidedBefore.increment();
    }

    void decided(Decided decided, Instant appended, Duration took) {
        commands.computeIfAbsent(
                        decided.cause().commandType(),
                        type -> Counter.builder("switchlog.engine.commands")
                                .tag("type", type)
                                .register(registry))
                .increment();
        for (Event event : decided.decision().events()) {
            rings.count(event);
            decisions
                    .computeIfAbsent(
                            event.getClass(),
                            type -> Counter.builder("switchlog.engine.events")
                                    .tag("type", type.getSimpleName())
                                    .register(registry))
                    .increment();
        }
        decideTime.record(took);
        Duration behind = Duration.between(appended, clock.instant());
        // Clocks apart can make it negative; Micrometer would drop such a value silently.
        lag.record(behind.isNegative() ? Duration.ZERO : behind);
    }
}
