package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.embedded.FreePorts;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A gateway that starts where the read models in Postgres are, and one that has read the whole log. */
class SnapshotStartTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");
    private final Browser bob = gateway.signedIn("bob");
    private final StandInProjection projection = gateway.project();

    @BeforeEach
    void calls_in_all_places() {
        ann.send("PUT", "/api/me/availability", Map.of("status", "available", "reason", "back"));
        bob.send("PUT", "/api/me/availability", Map.of("status", "available"));
        gateway.incomingCall("+15550400");
        String declined = gateway.incomingCall("+15550401");
        ann.send("POST", "/api/calls/" + declined + "/decline");
        String talking = gateway.incomingCall("+15550402");
        ann.send("POST", "/api/calls/" + talking + "/claim");
        String parked = gateway.incomingCall("+15550403");
        ann.send("POST", "/api/calls/" + parked + "/claim");
        ann.send("POST", "/api/calls/" + parked + "/park");
        String transferred = gateway.incomingCall("+15550404");
        ann.send("POST", "/api/calls/" + transferred + "/claim");
        ann.send("POST", "/api/calls/" + transferred + "/transfer", Map.of("agentId", "bob"));
        String ending = gateway.incomingCall("+15550405");
        ann.send("POST", "/api/calls/" + ending + "/claim");
        ann.send("POST", "/api/calls/" + ending + "/hang-up");
    }

    @AfterEach
    void without_read_models() {
        projection.close();
    }

    @Test
    void shows_the_same_board_as_one_that_has_read_the_whole_log() throws Exception {
        projection.catchUp();

        onAnother(other -> {
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
            assertThat(log(other).path("startedFrom").asString()).isEqualTo("snapshot");
            assertThat(log(other).path("offsets"))
                    .isEqualTo(log(gateway.browser()).path("offsets"));
        });
    }

    @Test
    void adds_what_has_come_since_the_snapshot() throws Exception {
        projection.catchUp();
        String call = gateway.incomingCall("+15550406");
        bob.send("POST", "/api/calls/" + call + "/claim");
        bob.send("POST", "/api/calls/" + call + "/park");

        onAnother(other -> {
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
            assertThat(board(other).path("parked").findValuesAsString("callSid"))
                    .contains(call);

            String live = gateway.incomingCall("+15550407");
            assertThat(other.send("POST", "/api/calls/" + live + "/claim").status())
                    .isEqualTo(200);
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
        });
    }

    @Test
    void reads_the_whole_log_when_the_snapshot_is_of_another_one() throws Exception {
        projection.catchUp();
        gateway.sql("update projection.positions set next_sequence = next_sequence + 7");

        onAnother(other -> {
            assertThat(log(other).path("startedFrom").asString()).isEqualTo("beginning");
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
        });
    }

    @Test
    void reads_the_whole_log_when_the_snapshot_cannot_be_read() throws Exception {
        projection.catchUp();
        gateway.sql("update projection.calls set stage = 'of a later version'");

        onAnother(other -> {
            assertThat(log(other).path("startedFrom").asString()).isEqualTo("beginning");
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
        });
    }

    @Test
    void reads_the_whole_log_when_the_schema_is_still_empty() {
        onAnother(other -> {
            assertThat(log(other).path("startedFrom").asString()).isEqualTo("beginning");
            assertThat(board(other)).isEqualTo(board(gateway.browser()));
        });
    }

    @Test
    void shows_nobody_a_snapshot_before_it_has_come_to_the_logs_end() throws Exception {
        projection.catchUp();

        try (var other = gateway.startAnother("localhost:" + FreePorts.pair())) {
            Browser there = ann.at(RunningGateway.uri(other));
            there.send("GET", "/api/board").refusedWith(503, "not-up-to-date");
            there.send("GET", "/api/agents").refusedWith(503, "not-up-to-date");
            assertThat(there.send("GET", "/actuator/health/readiness").status()).isEqualTo(503);
        }
    }

    @Test
    void a_browser_that_comes_from_another_instance_misses_nothing_and_sees_nothing_twice() throws Exception {
        long before = sequence();
        gateway.incomingCall("+15550408");
        projection.catchUp();
        long snapshot = sequence();
        gateway.incomingCall("+15550409");
        long after = sequence();

        onAnother(other -> {
            try (OpenStream tooOld = other.open("/api/board/stream?lastEventId=" + before, Map.of());
                    OpenStream fromTheSnapshot = other.open("/api/board/stream?lastEventId=" + snapshot, Map.of());
                    OpenStream upToDate = other.open("/api/board/stream?lastEventId=" + after, Map.of())) {
                assertThat(tooOld.await(_ -> true).type()).isEqualTo("reset");
                assertThat(fromTheSnapshot.await(_ -> true).id()).isEqualTo(snapshot + 1);

                String call = gateway.incomingCall("+15550410");

                var first = upToDate.await(_ -> true);
                assertThat(first.type()).isEqualTo("CallReceived");
                assertThat(first.data().path("callSid").asString()).isEqualTo(call);
            }
        });
    }

    private long sequence() {
        return board(gateway.browser()).path("sequence").asLong();
    }

    private void onAnother(ThrowingConsumer<Browser> test) {
        try (ConfigurableApplicationContext other = gateway.startAnother()) {
            RunningGateway.awaitReady(other);
            test.accept(ann.at(RunningGateway.uri(other)));
        }
    }

    private JsonNode board(Browser browser) {
        return ann.at(browser.base()).send("GET", "/api/board").json();
    }

    private static JsonNode log(Browser browser) {
        return browser.send("GET", "/actuator/health").json().at("/components/log/details");
    }
}
