package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTailTest extends TailTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<EventMessage> seen = new CopyOnWriteArrayList<>();

    @Test
    void it_hands_out_what_was_there_and_then_what_comes() {
        broker.commit(numbered(1), numbered(2));
        EventTail started = start(null);
        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(sequences()).containsExactly(1L, 2L);

        broker.commit(numbered(3));

        await().atMost(SOON).until(() -> sequences().size() == 3);
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(seen.getFirst()).isEqualTo(numbered(1));
    }

    @Test
    void listeners_get_each_event_in_their_order() {
        List<String> order = new CopyOnWriteArrayList<>();
        broker.commit(numbered(1), numbered(2));

        EventTail started = start(
                null,
                List.of(
                        event -> order.add("board " + event.sequence()),
                        event -> order.add("answer " + event.sequence())));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(order).containsExactly("board 1", "answer 1", "board 2", "answer 2");
    }

    @Test
    void a_duplicate_is_dropped() {
        broker.commit(numbered(1), numbered(2));
        broker.commit(numbered(1), numbered(2), numbered(3));

        EventTail started = start(null);

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_gap_stops_it_and_is_named() {
        broker.commit(numbered(1), numbered(3), numbered(4));

        EventTail started = start(null);

        assertThat(failureOf(started))
                .isEqualTo("routing-events, partition " + partition()
                        + ", offset 1: workspace demo goes on with sequence 3, expected 2");
        assertThat(sequences()).containsExactly(1L);
        assertThat(started.isCaughtUp()).isFalse();
    }

    @Test
    void a_record_that_is_no_event_stops_it_and_is_named_but_not_quoted() throws Exception {
        broker.append(new ProducerRecord<>(
                Topics.ROUTING_EVENTS, partition(), "CA1", "+14155550100".getBytes(StandardCharsets.UTF_8)));

        assertThat(failureOf(start(null)))
                .startsWith("routing-events, partition " + partition() + ", offset 0: ")
                .doesNotContain("14155550100");
    }

    @Test
    void a_listener_that_throws_stops_it() {
        broker.commit(numbered(1));

        EventTail started = start(null, List.of(_ -> {
            throw new IllegalStateException("+14155550100");
        }));

        assertThat(failureOf(started))
                .isEqualTo("routing-events, partition " + partition() + ", offset 0: IllegalStateException");
    }

    @Test
    void an_aborted_transaction_was_never_there_and_an_open_one_is_not_there_yet() {
        EventTail started;
        try (KafkaProducer<String, byte[]> engine = broker.engineProducer()) {
            engine.beginTransaction();
            var _ = engine.send(Broker.record(event(command("demo", "aborted"), 1, 1, 1), null));
            engine.flush();
            engine.abortTransaction();

            engine.beginTransaction();
            var _ = engine.send(Broker.record(numbered(1), null));
            engine.flush();
            started = start(null);
            await().atMost(SOON).until(started::isCaughtUp);
            assertThat(seen).isEmpty();
            engine.commitTransaction();
        }

        await().atMost(SOON).until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly(numbered(1));
        assertThat(started.failure()).isEmpty();
    }

    @Test
    void from_a_time_on_it_hands_out_what_is_as_young_and_younger() throws Exception {
        for (long sequence = 1; sequence <= 4; sequence++) {
            broker.append(Broker.record(numbered(sequence), NOON.plusSeconds(sequence)));
        }

        EventTail started = start(NOON.plusSeconds(3));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(sequences()).containsExactly(3L, 4L);
    }

    @Test
    void from_a_time_on_it_misses_nothing_of_a_workspace_that_was_silent_since() throws Exception {
        broker.append(Broker.record(numbered(1), NOON));

        EventTail started = start(NOON.plusSeconds(1));
        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).isEmpty();

        broker.append(Broker.record(numbered(2), NOON.plusSeconds(2)));
        await().atMost(SOON).until(() -> sequences().equals(List.of(2L)));
    }

    private EventTail start(@Nullable Instant from) {
        return start(from, List.of(seen::add));
    }

    private EventTail start(@Nullable Instant from, List<Consumer<EventMessage>> listeners) {
        return started(new EventTail(broker.properties(), from, listeners));
    }

    private static String failureOf(EventTail stopped) {
        await().atMost(SOON).until(() -> stopped.failure().isPresent());
        return stopped.failure().orElseThrow();
    }

    private List<Long> sequences() {
        return seen.stream().map(EventMessage::sequence).toList();
    }

    private static EventMessage numbered(long sequence) {
        return event(command("demo", "click-" + sequence), sequence, 1, 1);
    }

    private static int partition() {
        return WorkspacePartition.of("demo", Topics.PARTITIONS);
    }
}
