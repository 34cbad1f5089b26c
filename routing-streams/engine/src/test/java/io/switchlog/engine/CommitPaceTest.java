package io.switchlog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long QUICK = MILLISECOND / 20;

    private final CommitPace pace = new CommitPace(0);

    @Test
    void commits_a_single_decision_at_once() {
        assertThat(decided(0)).isTrue();
    }

    @Test
    void commits_the_next_at_once_if_there_was_a_pause() {
        decided(0);
        look(3 * MILLISECOND);

        assertThat(decided(9 * MILLISECOND)).isTrue();
    }

    @Test
    void a_decision_soon_after_a_commit_is_committed_by_a_later_look() {
        decided(0);

        assertThat(decided(3 * MILLISECOND)).isFalse();
        look(7 * MILLISECOND);
        assertThat(pace.isDue(8 * MILLISECOND)).isTrue();
    }

    @Test
    void however_long_a_commit_takes_there_is_time_to_decide_before_the_next() {
        decided(0);
        long commitEnded = 200 * MILLISECOND;

        assertThat(decided(commitEnded)).isFalse();
        assertThat(decided(commitEnded + MILLISECOND)).isFalse();
        assertThat(decided(commitEnded + 5 * MILLISECOND)).isTrue();
    }

    @Test
    void does_not_commit_when_nothing_was_decided() {
        decided(0);

        look(10 * MILLISECOND);
    }

    @Test
    void leaves_a_flood_to_the_longest_interval() {
        decided(0);
        flood(30);
    }

    @Test
    void a_flood_is_one_on_a_cold_machine_too_where_each_decision_takes_long() {
        decided(0);
        for (long i = 1; i <= 10; i++) {
            assertThat(pace.decided(i * 3L * MILLISECOND, (i + 1) * 3L * MILLISECOND))
                    .isFalse();
        }
    }

    @Test
    void commits_the_last_of_a_flood_once_it_is_over() {
        decided(0);
        flood(30);

        assertThat(pace.isDue(36 * MILLISECOND)).isTrue();
    }

    private boolean decided(long at) {
        return pace.decided(at, at + QUICK);
    }

    private void flood(int millis) {
        for (long at = MILLISECOND; at < millis * MILLISECOND; at += QUICK) {
            assertThat(decided(at)).isFalse();
        }
    }

    private void look(long at) {
        assertThat(pace.isDue(at)).isFalse();
    }
}
