package io.switchlog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6, 7);

    @TempDir
    Path directory;

    @Test
    void names_the_callers_phone_where_there_is_one() throws Exception {
        assertThat(textOf(true)).contains("Call from http://localhost:3/,");
        assertThat(textOf(false)).doesNotContain("localhost:3");
    }

    private String textOf(boolean simulateTwilio) throws Exception {
        Secrets secrets = Secrets.in(directory.resolve("secrets.properties"));
        LocalSettings settings = LocalSettings.resolve(Map.of(), PORTS, simulateTwilio, secrets);
        return new Welcome(PORTS, settings, new StateDirectory(directory)).text();
    }
}
