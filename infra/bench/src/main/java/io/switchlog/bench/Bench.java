package io.switchlog.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry: {@code java … io.switchlog.bench.Bench claim [options]}, which {@code ./switchlog bench claim} calls. */
@Command(
        name = "switchlog bench",
        description = "Says how fast Switchlog is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClaimBench.class,
            BoardBench.class,
            DashboardBench.class,
            PresenceBench.class,
            ProjectionBench.class,
            AccuracyBench.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        // Seconds, and read when the first client is made; the services close idle connections after 20 s, and one that
        // is just being closed must not be used again.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
