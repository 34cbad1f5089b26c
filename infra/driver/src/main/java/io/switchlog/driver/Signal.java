package io.switchlog.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signals that Java itself cannot send. */
enum Signal {
    /** Stand still. Connections stay open, and the kernel goes on accepting new ones. */
    STOP,
    /** Go on. */
    CONT;

    void sendTo(@Nullable Process process) {
        long pid = Objects.requireNonNull(process, "does not run").pid();
        try {
            int exitCode = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("kill -" + name() + " " + pid + " ended with " + exitCode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
