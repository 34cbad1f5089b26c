package io.switchlog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long MILLISECOND = 1_000_000;

    private final CommitPace pace = new CommitPace(0);

    @Test
    void commits_a_single_decision_at_once() {
        assertThat(pace.decided(0)).isTrue();
    }

    @Test
    void commits_the_next_at_once_if_there_was_a_pause() {
        pace.decided(0);
        look(3 * MILLISECOND);

        assertThat(pace.decided(9 * MILLISECOND)).isTrue();
    }

    @Test
    void a_decision_soon_after_a_commit_is_committed_by_a_later_look() {
        pace.decided(0);

        assertThat(pace.decided(3 * MILLISECOND)).isFalse();
        assertThat(pace.isDue(7 * MILLISECOND)).isFalse();
        assertThat(pace.isDue(8 * MILLISECOND)).isTrue();
    }

    @Test
    void however_long_a_commit_takes_there_is_time_to_decide_before_the_next() {
        pace.decided(0);
        long commitEnded = 200 * MILLISECOND;

        assertThat(pace.decided(commitEnded)).isFalse();
        assertThat(pace.decided(commitEnded + MILLISECOND)).isFalse();
        assertThat(pace.decided(commitEnded + 5 * MILLISECOND)).isTrue();
    }

    @Test
    void does_not_commit_when_nothing_was_decided() {
        pace.decided(0);

        assertThat(pace.isDue(10 * MILLISECOND)).isFalse();
    }

    @Test
    void leaves_a_flood_to_the_longest_interval() {
        pace.decided(0);
        for (int i = 1; i <= 100; i++) {
            assertThat(pace.decided(i * MILLISECOND / 10)).isFalse();
        }
    }

    @Test
    void commits_the_last_of_a_flood_once_it_is_over() {
        pace.decided(0);
        for (int i = 1; i <= 100; i++) {
            pace.decided(i * MILLISECOND / 10);
        }

        look(16 * MILLISECOND);
        assertThat(pace.isDue(21 * MILLISECOND)).isTrue();
    }

    private void look(long at) {
        assertThat(pace.isDue(at)).isFalse();
    }
}
