package io.switchlog.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The auditor of the other tests is audited: it lets a sound log pass, and sees what is wrong with another. */
class EventLogTest {

    private final List<EventLog.Event> log = new ArrayList<>();

    @BeforeEach
    void a_call_that_was_claimed_and_released_and_claimed_again() {
        append(1, 1, 2, "CallReceived", "");
        append(2, 2, 2, "CallRinging", "");
        append(3, 1, 1, "ClaimGranted", "ann");
        append(4, 1, 1, "ClaimReleased", "ann");
        append(5, 1, 1, "ClaimGranted", "bob");
    }

    @Test
    void a_sound_log_passes() {
        assertThatCode(this::audit).doesNotThrowAnyException();
    }

    @Test
    void a_second_winner_is_seen() {
        append(6, 1, 1, "ClaimGranted", "carol");
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_call_that_is_handed_on_has_one_holder_at_a_time() {
        append(6, 1, 1, "CallAnswered", "bob");
        append(7, 1, 1, "CallParked", "bob");
        append(8, 1, 1, "CallRetrieved", "carol");
        append(9, 1, 1, "CallAnswered", "carol");
        assertThatCode(this::audit).doesNotThrowAnyException();
    }

    @Test
    void a_call_that_is_taken_from_somebody_as_if_it_were_parked_is_seen() {
        append(6, 1, 1, "CallRetrieved", "carol");
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_answer_of_somebody_who_does_not_hold_the_call_is_seen() {
        append(6, 1, 1, "CallAnswered", "carol");
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_lost_event_is_seen() {
        log.remove(3);
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_event_that_stands_there_twice_is_seen() {
        log.add(log.getLast());
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_altered_event_is_seen() {
        EventLog.Event altered = log.get(2);
        log.set(2, new EventLog.Event(altered.partition(), altered.json(), "0".repeat(64)));
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    @Test
    void half_a_decision_is_seen() {
        append(6, 1, 2, "CallEnded", "bob");
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    private void audit() {
        new EventLog(log).mustBeSound();
    }

    private void append(long sequence, int position, int size, String type, String agentId) {
        String previousHash = log.isEmpty() ? "0".repeat(64) : log.getLast().hash();
        String json = """
                {"workspace":"demo","sequence":%d,"previousHash":"%s","type":"%s","position":%d,"size":%d,
                 "cause":{"commandId":"command"},"data":{"callSid":"CA1","agentId":"%s"}}""".formatted(sequence, previousHash, type, position, size, agentId);
        log.add(EventLog.event(0, json.getBytes(UTF_8)));
    }
}
