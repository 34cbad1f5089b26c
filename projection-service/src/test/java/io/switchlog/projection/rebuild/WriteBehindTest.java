package io.switchlog.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.ReadModels;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class WriteBehindTest {

    private static final Batch BATCH = new Batch(Collections.emptySortedMap());

    private final Outcomes outcomes = new Outcomes();
    private final WriteBehind behind = new WriteBehind(outcomes);

    @AfterEach
    void close() {
        behind.close();
    }

    @Test
    void one_batch_is_written_while_the_next_one_is_folded() {
        CountDownLatch folded = new CountDownLatch(1);
        outcomes.next(() -> {
            await(folded);
            return true;
        });

        assertThat(behind.write(BATCH)).isTrue();

        folded.countDown();
        assertThat(behind.finish()).isTrue();
    }

    @Test
    void that_others_write_as_well_is_told_with_the_next_batch() {
        outcomes.next(() -> false).next(() -> true);

        assertThat(behind.write(BATCH)).isTrue();
        assertThat(behind.write(BATCH)).isFalse();
    }

    @Test
    void that_others_write_as_well_is_told_at_the_end() {
        outcomes.next(() -> true).next(() -> false);

        behind.write(BATCH);
        behind.write(BATCH);

        assertThat(behind.finish()).isFalse();
    }

    @Test
    void rows_that_postgres_refuses_are_its_own_failure_and_nothing_is_written_after_them() {
        outcomes.next(() -> {
            throw new DataIntegrityViolationException("a zero byte");
        });
        behind.write(BATCH);

        assertThatThrownBy(() -> behind.write(BATCH))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessage("a zero byte");
        assertThat(outcomes.written).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read models of which it is known what becomes of each batch. */
    private static final class Outcomes implements ReadModels {

        private final Queue<BooleanSupplier> next = new ArrayDeque<>();
        private int written;

        Outcomes next(BooleanSupplier outcome) {
            next.add(outcome);
            return this;
        }

        @Override
        public List<OpenWorkspace> read(Set<Integer> partitions) {
            return List.of();
        }

        @Override
        public boolean write(Batch batch) {
            written++;
            return next.remove().getAsBoolean();
        }
    }
}
