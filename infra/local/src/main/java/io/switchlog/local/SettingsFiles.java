package io.switchlog.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service needs to join this run from a process of its own: its environment, one {@code NAME=value} a line, as IDEs
 * and {@code env $(cat FILE)} read it. It holds secrets, so that only its owner may.
 */
final class SettingsFiles {

    private final StateDirectory state;

    SettingsFiles(StateDirectory state) {
        this.state = state;
    }

    Path of(Service service) {
        return state.settings().resolve(service.name() + ".env");
    }

    void write(Service service, LocalSettings settings) throws IOException {
        List<String> lines = new ArrayList<>(settings.asAssignments(service));
        lines.add("SERVER_PORT=" + service.port());
        lines.add("STATE_DIRECTORY=" + state.work().resolve(service.title()).resolve("state"));
        Path file = of(service);
        Files.createDirectories(state.settings());
        Path unfinished = Files.createTempFile(
                state.settings(),
                service.name(),
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
