package io.switchlog.bench;

import io.switchlog.bench.projection.ProjectionPart;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Run run = new Run();

    @Override
    public Integer call() throws Exception {
        return run.of((directory, firstPort, findings) ->
                new ProjectionPart(directory.resolve("projection"), firstPort, findings).run(calls));
    }
}
