package io.switchlog.bench;

import io.switchlog.bench.baseline.PlainAppend;
import io.switchlog.bench.baseline.UniqueKeyInsert;
import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.Schedule;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import io.switchlog.driver.Ports;
import io.switchlog.embedded.LocalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the same broker and the same database do by themselves, in the same run.
 *
 * @param append latencies of Kafka alone, by rate per second
 * @param insert latencies of Postgres alone, by rate per second
 */
record Baselines(Map<Integer, Latencies> append, Map<Integer, Latencies> insert) {

    private static final long SEED = 7;
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int WARM_UP_PER_SECOND = 500;
    private static final int APPENDED_AT_SATURATION = 300_000;

    static Baselines measure(Ports ports, List<Integer> rates, Findings findings) throws Exception {
        Map<Integer, Latencies> append = new TreeMap<>();
        Map<Integer, Latencies> insert = new TreeMap<>();
        try (PlainAppend kafka = new PlainAppend(ports.bootstrapServers())) {
            kafka.latencies(schedule(WARM_UP_PER_SECOND));
            for (int rate : rates) {
                append.put(rate, kafka.latencies(schedule(rate)));
                findings.add(Row.plain(
                        "Kafka alone, append to read, " + rate + "/s",
                        append.get(rate).text()));
            }
            findings.add(Row.plain(
                    "Kafka alone, saturated",
                    "%,.0f records/s".formatted(kafka.recordsPerSecond(APPENDED_AT_SATURATION))));
        }
        try (UniqueKeyInsert postgres = new UniqueKeyInsert(
                LocalPostgres.jdbcUrl(ports.postgres()), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            postgres.latencies(schedule(WARM_UP_PER_SECOND));
            for (int rate : rates) {
                insert.put(rate, postgres.latencies(schedule(rate)));
                findings.add(Row.plain(
                        "Postgres alone, unique key, " + rate + "/s",
                        insert.get(rate).text()));
            }
            findings.add(Row.plain(
                    "Postgres alone, saturated", "%,.0f claims/s".formatted(postgres.claimsPerSecond(LENGTH))));
            if (!postgres.isRight()) {
                findings.addWrong(List.of("Postgres granted a call twice, or not at all"));
            }
        }
        return new Baselines(append, insert);
    }

    /** How a latency compares to both at that rate, at the median. */
    String beside(int rate, Latencies latencies) {
        return "p50 %.1f × Kafka's, %.1f × Postgres's"
                .formatted(ratio(latencies, append.get(rate)), ratio(latencies, insert.get(rate)));
    }

    private static double ratio(Latencies latencies, @Nullable Latencies baseline) {
        return baseline == null ? Double.NaN : latencies.p50() / baseline.p50();
    }

    private static Schedule schedule(int perSecond) {
        return Schedule.of(perSecond, LENGTH, SEED);
    }
}
