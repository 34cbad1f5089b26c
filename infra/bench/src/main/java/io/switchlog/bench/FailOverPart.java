package io.switchlog.bench;

import io.switchlog.bench.failover.FailOver;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** How long nothing is decided when an engine dies. */
record FailOverPart(Path directory, int firstPort, Findings findings) {

    private static final Duration AIM = Duration.ofSeconds(3);

    void run(int kills) throws Exception {
        List<Duration> outages = FailOver.run(directory, firstPort, kills);
        Duration longest = Collections.max(outages);
        String each = outages.stream().map(FailOverPart::seconds).collect(Collectors.joining(" "));
        findings.add(new Row(
                "Fail-over, kill -9 under load, %d times".formatted(kills),
                "max %s s".formatted(seconds(longest)),
                "≤ %s s".formatted(seconds(AIM)),
                longest.compareTo(AIM) <= 0,
                "each: " + each));
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1e3);
    }
}
