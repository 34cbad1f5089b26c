package io.switchlog.bench.presence;

import io.switchlog.driver.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service's objects take that are in use: a histogram of them, by {@code jcmd}, which collects the others first. */
final class LiveHeap {

    /** The histogram's last line: {@code Total 1131221 67231928}. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    static long bytesOf(ServiceProcess service) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd cannot look into " + service + ": " + histogram);
        }
        return total(histogram);
    }

    static long total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalArgumentException("a histogram without a total: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }
}
