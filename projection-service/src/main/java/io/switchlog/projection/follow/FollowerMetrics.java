package io.switchlog.projection.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.switchlog.projection.fold.Batch;
import java.time.Clock;
import java.time.Duration;

/** How far the read models are behind, and what it takes to keep them up. */
public final class FollowerMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final MultiGauge behind;
    private final Timer lag;
    private final Timer duration;
    private final DistributionSummary size;
    private final Counter events;

    public FollowerMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        behind = MultiGauge.builder("switchlog.projection.behind")
                .description("Records of the log that are not in the read models yet")
                .register(registry);
        lag = Timer.builder("switchlog.projection.lag")
                .description("From an event's decision to its commit in Postgres")
                .publishPercentileHistogram()
                .register(registry);
        duration = Timer.builder("switchlog.projection.batch.duration")
                .description("What it takes Postgres to write a batch")
                .publishPercentileHistogram()
                .register(registry);
        size = DistributionSummary.builder("switchlog.projection.batch.events").register(registry);
        events = Counter.builder("switchlog.projection.events").register(registry);
    }

    void written(Batch batch, Duration took) {
        duration.record(took);
        size.record((double) batch.events());
        events.increment((double) batch.events());
        batch.changes().values().forEach(changes -> {
            Duration behindLog = Duration.between(changes.progress().logTime(), clock.instant());
            lag.record(behindLog.isNegative() ? Duration.ZERO : behindLog);
        });
    }

    void stands(Standing standing) {
        behind.register(
                standing.partitions().entrySet().stream()
                        .map(place -> MultiGauge.Row.of(
                                Tags.of("partition", place.getKey().toString()),
                                place.getValue().lag()))
                        .toList(),
                true);
    }

    void failed(String kind) {
        registry.counter("switchlog.projection.failures", "kind", kind).increment();
    }
}
