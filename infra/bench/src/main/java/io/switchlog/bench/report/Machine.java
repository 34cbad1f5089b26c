package io.switchlog.bench.report;

import java.io.IOException;
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

    private Machine() {}

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
    public static double busyWithOthers() throws InterruptedException {
        if (!Files.exists(CPU_TIMES)) {
            return Double.NaN;
        }
        long[] before = cpuTimes();
        Thread.sleep(1_000);
        long[] after = cpuTimes();
        double total = LongStream.of(after).sum() - LongStream.of(before).sum();
        double idle = after[IDLE] - before[IDLE] + after[WAITING_FOR_DISKS] - before[WAITING_FOR_DISKS];
        return 1 - idle / total;
    }

    private static long[] cpuTimes() {
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
