package io.switchlog.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service that can be run as a process of its own. */
public enum Service {
    ENGINE("engine", "routing-streams/engine"),
    INGRESS("ingress", "ingress-service"),
    GATEWAY("gateway", "dashboard-gateway"),
    PROJECTION("projection", "projection-service");

    private final String option;
    private final String module;

    Service(String option, String module) {
        this.option = option;
        this.module = module;
    }

    /** What {@code ./switchlog up --services} calls it, and the file in which it leaves its settings. */
    String option() {
        return option;
    }

    /** The executable jar that the build has left. */
    public Path jar() throws IOException {
        Path target = Stack.home().resolve(module).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-app.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("no *-app.jar in " + target + ": build it first");
    }
}
