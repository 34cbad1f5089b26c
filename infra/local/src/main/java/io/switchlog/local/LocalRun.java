package io.switchlog.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry: {@code java … io.switchlog.local.LocalRun up [options]}, which {@code ./switchlog up} calls. */
@Command(name = "switchlog", description = "Runs Switchlog on this machine.", subcommands = Up.class)
public final class LocalRun {

    private LocalRun() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LocalRun()).execute(arguments));
    }
}
