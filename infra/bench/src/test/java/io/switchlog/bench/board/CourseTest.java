package io.switchlog.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {

    @Test
    void each_twenty_calls_in_a_row_are_the_whole_mixture() {
        for (int first : new int[] {0, 20, 4_000}) {
            assertThat(IntStream.range(first, first + 20).mapToObj(Course::of))
                    .filteredOn(course -> course == Course.PLAIN)
                    .hasSize(7);
            assertThat(IntStream.range(first, first + 20).mapToObj(Course::of)).contains(Course.values());
        }
    }
}
