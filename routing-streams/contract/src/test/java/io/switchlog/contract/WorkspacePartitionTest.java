package io.switchlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace that moved to another partition would lose its order, so these answers are fixed for ever. */
class WorkspacePartitionTest {

    @ParameterizedTest
    @CsvSource({"demo, 7", "acme, 0", "support, 4", "sales-emea, 1", "a, 4", "0, 8", "21-jump-street, 9"})
    void a_workspace_never_moves(String workspace, int partition) {
        assertThat(WorkspacePartition.of(workspace, Topics.PARTITIONS)).isEqualTo(partition);
    }

    /** The hashes are those of Kafka's own UtilsTest: -790332482, -973932308, -985981536 and -1486304829. */
    @ParameterizedTest
    @CsvSource({"foobar, 6", "21, 0", "a-little-bit-long-string, 8", "a-little-bit-longer-string, 11"})
    void the_hash_is_murmur2_without_its_sign(String workspace, int partition) {
        assertThat(WorkspacePartition.of(workspace, Topics.PARTITIONS)).isEqualTo(partition);
    }

    @Test
    void it_is_where_kafka_itself_would_put_the_key() {
        for (String workspace : new String[] {"demo", "acme", "support", "sales-emea"}) {
            assertThat(WorkspacePartition.of(workspace, Topics.PARTITIONS))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(workspace.getBytes(UTF_8), Topics.PARTITIONS));
        }
    }

    @Test
    void there_are_twelve_partitions_for_ever() {
        assertThat(Topics.PARTITIONS).isEqualTo(12);
    }

    @Test
    void each_partition_has_a_pseudo_workspace_that_stays_in_it() {
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            String pseudo = WorkspacePartition.pseudoWorkspace(partition);

            assertThat(pseudo).isEqualTo("_partition-" + partition);
            assertThat(WorkspacePartition.of(pseudo, Topics.PARTITIONS)).isEqualTo(partition);
            assertThat(WorkspacePartition.isValidName(pseudo)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "a", "0", "sales-emea", "x23456789-123456789-123456789-123456789-123456789-123456789-12"
            })
    void names_are_lower_case_letters_digits_and_hyphens(String name) {
        assertThat(WorkspacePartition.isValidName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-demo",
                "Demo",
                "de_mo",
                "de mo",
                "demo\n",
                "démo",
                "x23456789-123456789-123456789-123456789-123456789-123456789-1234"
            })
    void other_names_are_not_valid(String name) {
        assertThat(WorkspacePartition.isValidName(name)).isFalse();
    }
}
