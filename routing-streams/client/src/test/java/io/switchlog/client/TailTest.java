package io.switchlog.client;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker with the engine's topics, and a tail of it. */
abstract class TailTest {

    static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    Broker broker;

    private @Nullable EventTail tail;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new Broker(directory);
        broker.createTopics();
    }

    @AfterEach
    void stopBroker() {
        if (tail != null) {
            tail.close();
        }
        broker.close();
    }

    /** Starts it, and has it closed after the test. */
    EventTail started(EventTail toStart) {
        tail = toStart;
        toStart.start();
        return toStart;
    }
}
