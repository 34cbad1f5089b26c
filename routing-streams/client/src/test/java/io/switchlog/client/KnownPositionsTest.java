package io.switchlog.client;

import static io.switchlog.client.Samples.command;
import static io.switchlog.client.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;

class KnownPositionsTest extends TailTest {

    /** In demo's partition, and in another one. */
    private static final String NEIGHBOUR = workspace(true);

    private static final String STRANGER = workspace(false);

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void it_goes_on_after_what_is_known() {
        broker.commit(numbered("demo", 1), numbered("demo", 2), numbered("demo", 3));

        EventTail started = start(known("demo", 3, 2));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly("demo 3");
    }

    @Test
    void it_goes_on_at_the_end_when_all_is_known() {
        broker.commit(numbered("demo", 1));
        EventTail started = start(known("demo", 2, 1));
        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).isEmpty();

        broker.commit(numbered("demo", 2));

        await().atMost(SOON).until(() -> seen.equals(List.of("demo 2")));
    }

    @Test
    void of_several_workspaces_in_a_partition_the_farthest_counts() {
        broker.commit(numbered("demo", 1), numbered(NEIGHBOUR, 1), numbered(NEIGHBOUR, 2));
        broker.commit(numbered("demo", 2));

        EventTail started = start(known("demo", 2, 1), known(NEIGHBOUR, 3, 3));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly("demo 2");
        assertThat(started.failure()).isEmpty();
    }

    @Test
    void a_partition_of_which_nothing_is_known_is_read_from_its_beginning() {
        broker.commit(numbered("demo", 1), numbered(STRANGER, 1), numbered(STRANGER, 2));

        EventTail started = start(known("demo", 2, 1));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly(STRANGER + " 1", STRANGER + " 2");
    }

    @Test
    void a_log_that_is_shorter_than_what_is_known_is_another_one() {
        broker.commit(numbered("demo", 1));

        EventTail started = start(known("demo", 8, 7));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly("forget", "demo 1");
    }

    @Test
    void a_log_that_has_another_event_in_that_place_is_another_one() {
        broker.commit(numbered("demo", 1), numbered(NEIGHBOUR, 1), numbered("demo", 2), numbered("demo", 3));

        EventTail started = start(known("demo", 2, 3));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly("forget", "demo 1", NEIGHBOUR + " 1", "demo 2", "demo 3");
    }

    @Test
    void a_log_that_has_no_event_in_that_place_is_another_one() {
        broker.commit(numbered("demo", 1));
        try (KafkaProducer<String, byte[]> engine = broker.engineProducer()) {
            engine.beginTransaction();
            var _ = engine.send(Broker.record(numbered("demo", 2), null));
            engine.flush();
            engine.abortTransaction();
        }

        EventTail started = start(known("demo", 3, 3));

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(seen).containsExactly("forget", "demo 1");
    }

    @Test
    void it_tells_how_far_it_has_read() {
        broker.commit(numbered("demo", 1), numbered("demo", 2));

        EventTail started = start();

        await().atMost(SOON).until(started::isCaughtUp);
        assertThat(started.offsets()).hasSize(Topics.PARTITIONS);
        // Two events and the mark of their transaction.
        assertThat(started.offsets().get(partition("demo"))).isEqualTo(3);
        assertThat(started.offsets().get(partition(STRANGER))).isZero();
    }

    private EventTail start(LogPosition... known) {
        return started(new EventTail(
                broker.properties(),
                List.of(known),
                () -> seen.add("forget"),
                List.of(event -> seen.add(event.workspace() + " " + event.sequence()))));
    }

    private static LogPosition known(String workspace, long nextSequence, long nextOffset) {
        return new LogPosition(workspace, nextSequence, partition(workspace), nextOffset);
    }

    private static EventMessage numbered(String workspace, long sequence) {
        return event(command(workspace, "click-" + sequence), sequence, 1, 1);
    }

    private static int partition(String workspace) {
        return WorkspacePartition.of(workspace, Topics.PARTITIONS);
    }

    private static String workspace(boolean besideDemo) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "workspace-" + i)
                .filter(name -> (partition(name) == partition("demo")) == besideDemo)
                .findFirst()
                .orElseThrow();
    }
}
