package io.switchlog.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry: {@code java … io.switchlog.bench.Bench claim [options]}, which {@code ./switchlog bench claim} calls. */
@Command(
        name = "switchlog bench",
        description = "Says how fast Switchlog is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {ClaimBench.class, BoardBench.class, PresenceBench.class, ProjectionBench.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
