package io.switchlog.bench.board;

import io.switchlog.bench.report.CpuUse;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The dashboard in a real browser, while calls of all kinds come and go: whether the page still answers to who works with it.
 */
public record PagePart(Path directory, int firstPort, Findings findings) {

    /** Half of its time, so that whoever clicks seldom has to wait for a task to end. */
    private static final double AIM_BUSY_SHARE = 0.5;

    private static final int WARM_UP_CALLS_PER_SECOND = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    /** Measures the page without calls, and then at each rate. */
    public void run(int agents, List<Integer> callsPerSecond, Duration length) throws Exception {
        try (BusyBoard board = BusyBoard.start(directory, firstPort, List.of(), agents, findings);
                BrowserPage page = BrowserPage.of(
                        board.ports().gatewayUri(), board.crowd().people().getFirst())) {
            board.calls().come(WARM_UP_CALLS_PER_SECOND, WARM_UP);
            findings.progress("it is warm");
            page.begin();
            Thread.sleep(length);
            BrowserPage.Effort idle = page.effort();
            findings.add(Row.plain("Page of %d agents, no calls".formatted(agents), idle.text()));
            for (int rate : callsPerSecond) {
                CpuUse cpu = CpuUse.start();
                page.begin();
                Calls.Result result = board.calls().come(rate, length);
                BrowserPage.Effort effort = page.effort();
                String use = cpu.text();
                findings.add(new Row(
                        "Page of %d agents, %d calls/s".formatted(agents, rate),
                        effort.text(),
                        "thread ≤ %.0f %% busy".formatted(100 * AIM_BUSY_SHARE),
                        effort.busyShare() <= AIM_BUSY_SHARE,
                        "its thread %.1f × as busy as without calls".formatted(effort.busyShare() / idle.busyShare())));
                findings.add(Row.plain(
                        "  the load",
                        "%,d clicks in %,d calls, %,d events on the board"
                                .formatted(result.clicks().count(), result.calls(), effort.events())));
                findings.add(Row.plain("  the machine", use));
            }
        }
    }
}
