package io.switchlog.bench;

import io.switchlog.bench.engine.Saturation;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import java.nio.file.Path;

/** The engine alone, as fast as it can. */
record EnginePart(Path directory, int firstPort, Recordings jfr, Findings findings) {

    private static final int AIM_SMALL_STATE = 20_000;
    private static final int AIM_LARGE_STATE = 10_000;

    /** What four workspaces share are the cores, and they are as few as for one. */
    private static final int NO_AIM = 0;

    private static final int MANY_CALLS = 100_000;

    /** Six commands each: some half a minute at the aim. */
    private static final int CALLS = 100_000;

    void run() throws Exception {
        measure("one workspace", 1, 0, CALLS, AIM_SMALL_STATE);
        measure("four workspaces, all together", 4, 0, CALLS / 4, NO_AIM);
        measure("one workspace, %,d calls in state".formatted(MANY_CALLS), 1, MANY_CALLS, CALLS / 2, AIM_LARGE_STATE);
    }

    private void measure(String what, int workspaces, int callsBefore, int calls, int aim) throws Exception {
        String name = what.replaceAll("[^a-z0-9]+", "-");
        int threads = Math.min(workspaces, Runtime.getRuntime().availableProcessors());
        Saturation.Result result = Saturation.run(
                directory.resolve(name), firstPort, workspaces, callsBefore, calls, threads, jfr.jvmOptions(name));
        double rate = result.commandsPerSecond();
        findings.add(new Row(
                "Engine alone, " + what,
                "%,.0f commands/s".formatted(rate),
                aim == NO_AIM ? "" : "≥ %,d/s".formatted(aim),
                aim == NO_AIM ? null : (Boolean) (rate >= aim),
                threads + (threads == 1 ? " thread" : " threads")));
        findings.addWrong(result.faults());
    }
}
