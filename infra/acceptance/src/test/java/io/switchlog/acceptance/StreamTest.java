package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.BoardStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent's screen is told while it is open, and after it was away. */
class StreamTest extends AcceptanceTest {

    @Test
    void a_new_stream_begins_with_the_whole_board() {
        try (BoardStream stream = BoardStream.open(ann, null)) {
            eventually("the board is there", () -> !stream.events().isEmpty());
            BoardStream.Event first = stream.events().getFirst();
            assertThat(first.type()).isEqualTo("reset");
            assertThat(first.data().path("agents").isEmpty()).isFalse();
            assertThat(first.data().path("sequence").asLong()).isEqualTo(first.id());
        }
    }

    @Test
    void the_loser_learns_from_the_stream_who_won() {
        available(ann, bob);
        try (BoardStream stream = BoardStream.open(bob, null)) {
            String call = ringingCall("+15550601", ann, bob);
            ann.claims(call);

            eventually(
                    "bob is told",
                    () -> stream.ofType("ClaimGranted").stream()
                            .anyMatch(event ->
                                    event.data().path("callSid").asString("").equals(call)));
            BoardStream.Event granted = stream.ofType("ClaimGranted").getLast();
            assertThat(granted.data().path("agentId").asString()).isEqualTo("ann");
            assertThat(stream.ofType("CallRinging")
                            .getLast()
                            .data()
                            .path("callSid")
                            .asString())
                    .isEqualTo(call);
        }
    }

    @Test
    void a_stream_that_resumes_misses_nothing_and_sees_nothing_twice() {
        available(ann);
        try (BoardStream whole = BoardStream.open(bob, null)) {
            String call = ringingCall("+15550602", ann);
            eventually("it has begun", () -> !whole.ofType("CallRinging").isEmpty());
            long seen = whole.events().getLast().id();
            ann.claims(call);
            phones.hangUp(call);
            eventually("the call has ended", () -> !whole.ofType("CallEnded").isEmpty());

            try (BoardStream resumed = BoardStream.open(bob, seen)) {
                eventually(
                        "it has caught up", () -> !resumed.ofType("CallEnded").isEmpty());
                List<Long> missed = whole.events().stream()
                        .map(BoardStream.Event::id)
                        .filter(id -> id > seen)
                        .toList();
                assertThat(resumed.events().stream().map(BoardStream.Event::id).limit(missed.size()))
                        .containsExactlyElementsOf(missed);
                assertThat(resumed.ofType("reset")).isEmpty();
            }
        }
    }

    @Test
    void a_stream_that_was_away_for_too_long_begins_anew() {
        try (BoardStream stream = BoardStream.open(ann, Long.MAX_VALUE)) {
            eventually("the board is there", () -> !stream.ofType("reset").isEmpty());
        }
    }
}
