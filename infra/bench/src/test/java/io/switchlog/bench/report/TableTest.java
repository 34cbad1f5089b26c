package io.switchlog.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table();

    @Test
    void columns_stand_below_each_other() {
        table.add(new Row("Claim", "p50 9.1 ms", "≤ 15 ms", true, "3.0 × Kafka's"));
        table.add(new Row("Engine alone, one workspace", "9,000/s", "≥ 20,000/s", false, ""));

        List<String> lines = table.text().lines().toList();

        int aim = lines.getFirst().indexOf("aim");
        assertThat(lines.get(2).substring(aim)).startsWith("≤ 15 ms     met");
        assertThat(lines.get(3).substring(aim)).startsWith("≥ 20,000/s  MISSED");
    }

    @Test
    void says_whether_an_aim_was_missed() {
        table.add(Row.plain("Kafka alone", "p50 3.0 ms"));
        table.add(new Row("Claim", "p50 9.1 ms", "≤ 15 ms", true, ""));
        assertThat(table.missesAnAim()).isFalse();

        table.add(new Row("Fail-over", "4.0 s", "≤ 3.0 s", false, ""));
        assertThat(table.missesAnAim()).isTrue();
    }
}
