package io.switchlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Flight recordings of the JVMs that are measured, if they are wanted. */
final class Recordings {

    @Option(
            names = "--jfr",
            paramLabel = "DIR",
            description =
                    "Leave a recording of each JVM that is measured there, for JDK Mission Control or the jfr tool.")
    private Path directory = Path.of("");

    /** Options for one JVM. */
    List<String> jvmOptions(String name) {
        if (directory.toString().isEmpty()) {
            return List.of();
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A file for each process: the options may come to several.
        Path file = directory.toAbsolutePath().resolve(name + "-%p.jfr");
        return List.of("-XX:StartFlightRecording:settings=profile,filename=" + file);
    }
}
