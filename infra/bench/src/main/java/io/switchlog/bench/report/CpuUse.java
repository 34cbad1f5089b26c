package io.switchlog.bench.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who keeps the cores busy for a while: what is measured, who measures it on the same machine, or others who have nothing to do with
 * it. Processes that begin or end meanwhile count as others'.
 */
public final class CpuUse {

    /** What is measured keeps its state there, and says so in its arguments. */
    private static final String STATE = "/infra/bench/target/run";

    private final long startNanos = System.nanoTime();
    private final long[] systemBefore = Machine.cpuTimes();
    private final Map<ProcessHandle, Duration> before = ours();

    private CpuUse() {}

    /** Looks from now on. */
    public static CpuUse start() {
        return new CpuUse();
    }

    /** For people: {@code cores 91 % busy: 70 % Switchlog and its servers, 18 % the bench, 3 % others}. */
    public String text() {
        double busy = Machine.busy(systemBefore, Machine.cpuTimes()) * 100;
        double bench = 0;
        double measured = 0;
        Map<ProcessHandle, Duration> after = ours();
        for (Map.Entry<ProcessHandle, Duration> process : before.entrySet()) {
            Duration until = after.getOrDefault(process.getKey(), process.getValue());
            double share = share(until.minus(process.getValue()));
            if (process.getKey().equals(ProcessHandle.current())) {
                bench += share;
            } else {
                measured += share;
            }
        }
        return "cores %.0f %% busy: %.0f %% Switchlog and its servers, %.0f %% the bench, %.0f %% others"
                .formatted(busy, measured, bench, Math.max(0, busy - measured - bench));
    }

    private double share(Duration used) {
        double passed = System.nanoTime() - startNanos;
        return 100 * used.toNanos() / passed / Runtime.getRuntime().availableProcessors();
    }

    private static Map<ProcessHandle, Duration> ours() {
        Map<ProcessHandle, Duration> ours = new HashMap<>();
        ProcessHandle.allProcesses()
                .filter(CpuUse::isOurs)
                .forEach(process -> process.info().totalCpuDuration().ifPresent(used -> ours.put(process, used)));
        return ours;
    }

    /** This process, what it has started, and Postgres, which detaches itself from who has started it. */
    private static boolean isOurs(ProcessHandle process) {
        Optional<ProcessHandle> next = Optional.of(process);
        while (next.isPresent()) {
            ProcessHandle each = next.get();
            if (each.equals(ProcessHandle.current())
                    || each.info().commandLine().orElse("").contains(STATE)) {
                return true;
            }
            next = each.parent();
        }
        return false;
    }
}
