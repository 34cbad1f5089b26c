package io.switchlog.bench;

import io.switchlog.bench.claim.ClaimsOverHttp;
import io.switchlog.bench.claim.Hops;
import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** The claim over HTTP, on a stack as {@code ./switchlog up} starts it, and the baselines on its broker and database. */
record HttpPart(Path directory, int firstPort, Recordings jfr, Findings findings) {

    private static final int AIM_PER_SECOND = 100;
    private static final double AIM_P50_MILLIS = 15;
    private static final double AIM_P99_MILLIS = 50;

    /** As long as the just-in-time compiler is at work it takes the cores from those who answer. */
    private static final int WARM_UPS = 6;

    void run(List<Integer> rates, Duration length, boolean trace) throws Exception {
        Ports ports = Ports.from(firstPort);
        try (Stack stack = new Stack(directory, ports)) {
            stack.with("JAVA_TOOL_OPTIONS", String.join(" ", jfr.jvmOptions("stack")));
            stack.startFresh();
            findings.progress("a stack is up");
            Baselines baselines = Baselines.measure(ports, rates, findings);
            int mostPerSecond = Math.max(Collections.max(rates), AIM_PER_SECOND);
            ClaimsOverHttp claims = new ClaimsOverHttp(ports, (int) (mostPerSecond * length.toSeconds()));
            findings.progress("agents are there");
            for (int i = 0; i < WARM_UPS; i++) {
                claims.run("warm-up-" + i, 2 * AIM_PER_SECOND, length);
            }
            for (int rate : rates) {
                ClaimsOverHttp.Result result = claims.run("rate-" + rate, rate, length);
                findings.add(row(rate, result, baselines));
                findings.addWrong(result.wrong());
            }
            if (trace) {
                Hops.trace(claims, ports, AIM_PER_SECOND, length)
                        .forEach(hop -> findings.add(Row.plain(
                                "  a claim's way: " + hop.what(), hop.took().text())));
            }
        }
    }

    private static Row row(int rate, ClaimsOverHttp.Result result, Baselines baselines) {
        Latencies latencies = result.latencies();
        String what = "Claim over HTTP, " + rate + "/s";
        String measured = result.errors().isEmpty()
                ? latencies.text()
                : latencies.text() + ", " + result.errors().size() + " undecided";
        String beside = baselines.beside(rate, latencies);
        if (rate != AIM_PER_SECOND) {
            return new Row(what, measured, "", null, beside);
        }
        boolean met = latencies.p50() <= AIM_P50_MILLIS
                && latencies.p99() <= AIM_P99_MILLIS
                && result.errors().isEmpty();
        return new Row(
                what, measured, "p50 ≤ %.0f, p99 ≤ %.0f ms".formatted(AIM_P50_MILLIS, AIM_P99_MILLIS), met, beside);
    }
}
