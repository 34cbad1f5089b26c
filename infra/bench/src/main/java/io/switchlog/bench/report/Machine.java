package io.switchlog.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** On what it was measured, and whether it had the machine for itself. */
public final class Machine {

    /** Linux counts time in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_stat.5.html. */
    private static final Path CPU_TIMES = Path.of("/proc/stat");

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;

    /** Above this the machine is not ours, and the numbers say more about others. */
    private static final double BUSY = 0.2;

    private Machine() {}

    /** Says where it is measured, and whether others are at work there. */
    public static void introduce(PrintStream out) throws InterruptedException {
        out.println("Switchlog bench on " + facts());
        double busy = busyWithOthers();
        if (busy > BUSY) {
            out.printf("Others keep %.0f %% of this machine busy: it will look slower than it is.%n", busy * 100);
        }
    }

    public static String facts() {
        return "%d cores, %s %s, JDK %s, Kafka %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        AppInfoParser.getVersion());
    }

    /**
     * Share of the machine that is busy while the bench does nothing: what is measured then is too slow by about as much. NaN
     * where the system does not say.
     */
    private static double busyWithOthers() throws InterruptedException {
        long[] before = cpuTimes();
        Thread.sleep(1_000);
        return busy(before, cpuTimes());
    }

    /** Share of the time between the two that the cores did not idle. */
    static double busy(long[] before, long[] after) {
        double total = LongStream.of(after).sum() - LongStream.of(before).sum();
        double idle = after[IDLE] - before[IDLE] + after[WAITING_FOR_DISKS] - before[WAITING_FOR_DISKS];
        return 1 - idle / total;
    }

    /** What the system has counted until now, by kind; zeros where it does not say. */
    static long[] cpuTimes() {
        if (!Files.exists(CPU_TIMES)) {
            return new long[WAITING_FOR_DISKS + 1];
        }
        try (Stream<String> lines = Files.lines(CPU_TIMES)) {
            return Stream.of(lines.findFirst().orElseThrow().split(" +"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
