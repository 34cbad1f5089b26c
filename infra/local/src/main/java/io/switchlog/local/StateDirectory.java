package io.switchlog.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** All that a local run leaves on disk. Nothing of it lies elsewhere, so runs in two directories know nothing of each other. */
record StateDirectory(Path root) {

    StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path settings() {
        return root.resolve("settings");
    }

    Path unpackedServices() {
        return root.resolve("services");
    }

    Path work() {
        return root.resolve("work");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /**
     * Takes the directory for this process. The operating system gives it back when the process ends, however it ends.
     *
     * @throws StartFailedException if another process has it
     */
    Closeable lock() throws IOException, StartFailedException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailedException("Another local run uses " + root
                    + ": stop it or give this one a directory of its own with --state DIR");
        }
        return channel;
    }

    /** Forgets calls, users, secrets and logs. The launcher's build log and the unpacked jars say nothing of a run. */
    void wipe() throws IOException {
        for (Path part : List.of(kafka(), postgres(), secrets(), settings(), work(), logs())) {
            Utils.delete(part.toFile());
        }
    }
}
