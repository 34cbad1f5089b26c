package io.switchlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Flight recordings of the JVMs that are measured, if they are wanted.
 *
 * @param directory where they are left; empty if none are wanted
 */
record Recordings(Path directory) {

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
