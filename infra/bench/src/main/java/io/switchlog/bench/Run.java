package io.switchlog.bench;

import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Machine;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Option;

/** What is the same for all that is measured on servers of its own: where they run, and how it is told what was found. */
final class Run {

    @Option(
            names = "--port",
            defaultValue = "20080",
            paramLabel = "PORT",
            description = "The first of at most forty in a row.")
    private int firstPort;

    /** What is measured. */
    interface Measurement {

        /**
         * Measures.
         *
         * @param directory for the servers' state, empty
         * @param firstPort of theirs
         */
        void measure(Path directory, int firstPort, Findings findings) throws Exception;
    }

    /** Measures, and tells it. Returns the exit code: 1 if an answer was wrong. */
    int of(Measurement measurement) throws Exception {
        Path directory = Stack.home().resolve("infra/bench/target/run");
        Utils.delete(directory.toFile());
        Findings findings = new Findings(System.out);
        Machine.introduce(System.out);
        measurement.measure(directory, firstPort, findings);
        System.out.println();
        System.out.println(findings.text());
        return findings.isAllRight() ? 0 : 1;
    }
}
