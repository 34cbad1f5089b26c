package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamApiTest {

    private final RunningGateway gateway = RunningGateway.get();
    private final Browser ann = gateway.signedIn("ann");

    @Test
    void begins_with_the_board_and_goes_on_live() throws Exception {
        try (OpenStream stream = ann.open("/api/board/stream", Map.of())) {
            OpenStream.Event reset = stream.awaitType("reset");
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(reset.id()).isEqualTo(reset.data().path("sequence").asLong());
            assertThat(reset.data().path("agents").findValuesAsString("agentId"))
                    .contains("ann", "bob");

            String call = gateway.incomingCall("+15550200");

            var received = stream.await(event -> event.type().equals("CallReceived")
                    && event.data().path("callSid").asString().equals(call));
            assertThat(received.data().path("from").asString()).isEqualTo("+15550200");
            assertThat(received.data().at("/calls/0/from").asString()).isEqualTo("+15550200");
            assertThat(received.data().toString()).doesNotContain("ciphertext");
        }
    }

    @Test
    void the_answer_to_a_click_names_the_event_that_the_others_see() throws Exception {
        String call = gateway.incomingCall("+15550201");
        try (OpenStream stream = gateway.signedIn("bob").open("/api/board/stream", Map.of())) {
            stream.awaitType("reset");

            Browser.Answer claim = ann.send("POST", "/api/calls/" + call + "/claim");

            var granted = stream.awaitType("ClaimGranted");
            assertThat(granted.id()).isEqualTo(claim.json().path("sequence").asLong());
        }
    }

    @Test
    void resumes_where_the_client_was() throws Exception {
        long seen = ann.send("GET", "/api/board").json().path("sequence").asLong();
        String call = gateway.incomingCall("+15550202");

        try (OpenStream first = ann.open("/api/board/stream?lastEventId=" + seen, Map.of())) {
            var received = first.awaitType("CallReceived");
            assertThat(received.data().path("callSid").asString()).isEqualTo(call);
            assertThat(first.events().getFirst().id()).isGreaterThan(seen);

            // A browser that comes again by itself asks for the same address, and says what it had last in the header.
            try (OpenStream again = ann.open(
                    "/api/board/stream?lastEventId=" + seen, Map.of("Last-Event-ID", Long.toString(received.id())))) {
                assertThat(again.await(_ -> true).id()).isGreaterThan(received.id());
            }
        }
    }

    @Test
    void refuses_what_is_no_id() throws Exception {
        try (OpenStream stream = ann.open("/api/board/stream", Map.of("Last-Event-ID", "yesterday"))) {
            assertThat(stream.status()).isEqualTo(400);
            assertThat(stream.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void refuses_another_keep_alive_than_it_knows() {
        ann.send("GET", "/api/board/stream?keepAlive=often").refusedWith(400, "invalid");
    }

    @Test
    void ends_soon_after_its_session() {
        OpenStream stream = ann.open("/api/board/stream", Map.of());
        stream.awaitType("reset");

        ann.send("DELETE", "/api/session");

        await().atMost(Duration.ofSeconds(5)).until(stream::hasEnded);
    }

    @Test
    void does_not_hold_up_a_gateway_that_stops() {
        var other = gateway.startAnother();
        RunningGateway.awaitReady(other);
        OpenStream stream = ann.at(RunningGateway.uri(other)).open("/api/board/stream", Map.of());
        stream.awaitType("reset");

        long start = System.nanoTime();
        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        await().until(stream::hasEnded);
    }

    @Test
    void serves_hundreds_at_once() {
        var streams = IntStream.range(0, 300)
                .mapToObj(_ -> ann.open("/api/board/stream", Map.of()))
                .toList();
        String call = gateway.incomingCall("+15550203");

        await().until(() -> streams.stream()
                .allMatch(stream -> stream.events().stream()
                        .anyMatch(event -> event.type().equals("CallReceived")
                                && event.data().path("callSid").asString().equals(call))));
        ann.send("DELETE", "/api/session");
        await().until(() -> streams.stream().allMatch(OpenStream::hasEnded));
    }
}
