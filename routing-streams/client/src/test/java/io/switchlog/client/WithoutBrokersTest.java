package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.switchlog.contract.CommandMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WithoutBrokersTest {

    private final Map<String, Object> nobodyThere =
            Map.of("bootstrap.servers", "localhost:" + portThatNobodyListensOn());
    private final CommandMessage command = command("demo", "click-1");

    @Test
    void a_caller_is_not_held_and_an_append_does_not_fail_before_its_time() {
        CompletableFuture<Decision> decision;
        try (CommandLog log = new CommandLog(nobodyThere, "/test")) {
            decision = assertTimeout(Duration.ofMillis(500), () -> log.submit(command));
            assertThat(decision).isNotDone();
        }
        assertThat(decision).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void what_is_submitted_to_a_closed_log_fails() {
        CommandLog log = new CommandLog(nobodyThere, "/test");
        log.close();

        assertThat(log.submit(command)).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_decision_counts_even_if_its_append_is_not_acknowledged_yet() {
        try (CommandLog log = new CommandLog(nobodyThere, "/test")) {
            CompletableFuture<Decision> decision = log.submit(command);

            log.accept(event(command, 7, 1, 1));

            assertThat(decision).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void tails_wait_without_a_failure_and_close_at_once() {
        assertTimeout(Duration.ofSeconds(4), () -> {
            try (EventTail events = new EventTail(nobodyThere, null, List.of());
                    CallerKeys keys = new CallerKeys(nobodyThere, new byte[32])) {
                events.start();
                keys.start();
                assertThat(events.isCaughtUp()).isFalse();
                assertThat(events.failure()).isEmpty();
                assertThat(keys.isCaughtUp()).isFalse();
                assertThat(keys.failure()).isEmpty();
            }
        });
    }

    @Test
    void what_was_never_started_can_be_closed() {
        new EventTail(nobodyThere, null, List.of()).close();
        new CallerKeys(nobodyThere, new byte[32]).close();
    }

    private static int portThatNobodyListensOn() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
