package io.switchlog.bench;

import io.switchlog.bench.projection.ProjectionPart;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Machine;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code projection}: events into Postgres, beside a plain batched insert of the same rows. */
@Command(
        name = "projection",
        showDefaultValues = true,
        mixinStandardHelpOptions = true,
        description =
                "Measures how fast events become rows of the read models, with a plain batched insert of the same rows"
                        + " beside it. Ends with 1 if something was decided wrongly; an aim that is missed is said, and no error.")
final class ProjectionBench implements Callable<Integer> {

    @Option(
            names = "--calls",
            defaultValue = "30000",
            paramLabel = "N",
            description = "How many calls the log tells of; some nine events each.")
    int calls;

    @Option(names = "--port", defaultValue = "20080", paramLabel = "PORT", description = "The first of ten in a row.")
    int firstPort;

    @Override
    public Integer call() throws Exception {
        Path directory = Stack.home().resolve("infra/bench/target/run");
        Utils.delete(directory.toFile());
        Findings findings = new Findings(System.out);
        System.out.println("Switchlog bench on " + Machine.facts());
        new ProjectionPart(directory.resolve("projection"), firstPort, findings).run(calls);
        System.out.println();
        System.out.println(findings.text());
        return findings.isAllRight() ? 0 : 1;
    }
}
