package io.switchlog.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of a run, in columns that fit. */
public final class Table {

    private static final List<String> HEADINGS = List.of("", "measured", "aim", "", "beside");

    private final List<Row> rows = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    public boolean missesAnAim() {
        return rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.met()));
    }

    public String text() {
        List<Function<Row, String>> columns = List.of(Row::what, Row::measured, Row::aim, Row::verdict, Row::beside);
        StringBuilder text = new StringBuilder();
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            widths.add(Math.max(
                    HEADINGS.get(i).length(),
                    rows.stream()
                            .map(columns.get(i))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0)));
        }
        appendLine(text, HEADINGS, widths);
        appendLine(text, widths.stream().map("-"::repeat).toList(), widths);
        rows.forEach(row -> appendLine(
                text, columns.stream().map(column -> column.apply(row)).toList(), widths));
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths.get(i) - cells.get(i).length() + 2));
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
