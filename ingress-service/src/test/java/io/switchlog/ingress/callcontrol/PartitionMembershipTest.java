package io.switchlog.ingress.callcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchlog.contract.Topics;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, since what is tested is what Kafka's group protocol makes of us. */
class PartitionMembershipTest {

    private static final Set<Integer> ALL =
            IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toSet());

    @Test
    void partitions_are_shared_out_kept_and_taken_over(@TempDir Path directory) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, FreePorts.pair())) {
            Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers());
            AtomicBoolean caughtUp = new AtomicBoolean();
            Member first = new Member();
            try (var membership = new PartitionMembership(properties, caughtUp::get, first::own)) {
                membership.start();
                // The topic comes after the member, as it does where the engine is the last to start.
                try (Admin admin = Admin.create(properties)) {
                    admin.createTopics(Topics.definitions((short) 1)).all().get();
                }
                assertThat(first.history).isEmpty();
                caughtUp.set(true);
                awaitAtMost(() -> first.owns().equals(ALL));

                first.history.clear();
                Member second = new Member();
                try (var other = new PartitionMembership(properties, () -> true, second::own)) {
                    other.start();
                    awaitAtMost(() -> first.owns().size() == 6 && second.owns().size() == 6);
                    Set<Integer> together = new TreeSet<>(first.owns());
                    together.addAll(second.owns());
                    assertThat(together).isEqualTo(ALL);
                    assertThat(first.history)
                            .allSatisfy(owned -> assertThat(owned).containsAll(first.owns()));
                }
                assertThat(second.owns()).isEmpty();
                awaitAtMost(() -> first.owns().equals(ALL));
            }
            assertThat(first.owns()).isEmpty();
        }
    }

    private static void awaitAtMost(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static final class Member {
        private final List<Set<Integer>> history = new CopyOnWriteArrayList<>();

        void own(Set<Integer> partitions) {
            history.add(partitions);
        }

        Set<Integer> owns() {
            return history.isEmpty() ? Set.of() : history.getLast();
        }
    }
}
