package io.switchlog.projection.store;

import io.switchlog.contract.Personal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the read models, and how a row of it is written. However many rows there are, it takes one statement with one
 * array per column, which {@code unnest} makes rows of again: many times as fast as one statement per row, since Postgres plans
 * and answers once.
 *
 * @param <R> what a row is made of, besides its workspace
 */
final class Table<R> {

    private final String name;
    private final List<String> keys;
    private final List<Column<R>> columns = new ArrayList<>();

    private Table(String name, List<String> keys) {
        this.name = name;
        this.keys = keys;
    }

    /** A row and whose it is. */
    record Row<R>(String workspace, R row) {}

    private record Column<R>(String name, String type, Function<Row<R>, @Nullable Object> value) {}

    /** A table of the schema {@code projection}, whose key is the workspace and these columns. */
    static <R> Table<R> of(String name, String... keys) {
        List<String> allKeys = new ArrayList<>(List.of("workspace"));
        allKeys.addAll(List.of(keys));
        Table<R> table = new Table<>("projection." + name, allKeys);
        table.columns.add(new Column<>("workspace", "text", Row::workspace));
        return table;
    }

    Table<R> text(String column, Function<R, @Nullable String> value) {
        return with(column, "text", value);
    }

    Table<R> json(String column, Function<R, String> value) {
        return with(column, "json", value);
    }

    Table<R> texts(String column, Function<R, List<String>> value) {
        return with(column, "text[]", row -> literal(value.apply(row)));
    }

    Table<R> time(String column, Function<R, @Nullable Instant> value) {
        return with(column, "timestamptz", row -> Objects.toString(value.apply(row), null));
    }

    Table<R> number(String column, Function<R, @Nullable Long> value) {
        return with(column, "bigint", value);
    }

    Table<R> count(String column, Function<R, @Nullable Integer> value) {
        return with(column, "int", value);
    }

    Table<R> flag(String column, Function<R, @Nullable Boolean> value) {
        return with(column, "boolean", value);
    }

    /** Three columns, as the log has it. */
    Table<R> personal(String prefix, Function<R, @Nullable Personal> value) {
        return text(prefix + "_key_id", part(value, Personal::keyId))
                .text(prefix + "_pseudonym", part(value, Personal::pseudonym))
                .text(prefix + "_ciphertext", part(value, Personal::ciphertext));
    }

    /** Writes the rows; those that were there before are replaced. Returns how many were written. */
    int put(Connection connection, List<Row<R>> rows) throws SQLException {
        String others = columns.stream()
                .map(Column::name)
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return run(connection, insert() + " ON CONFLICT (" + joined(keys) + ") DO UPDATE SET " + others, rows);
    }

    /** Writes rows of which none was there before. Returns how many were written. */
    int insert(Connection connection, List<Row<R>> rows) throws SQLException {
        return run(connection, insert(), rows);
    }

    /** Writes those of the rows that were not there before. Returns how many were written. */
    int add(Connection connection, List<Row<R>> rows) throws SQLException {
        return run(connection, insert() + " ON CONFLICT (" + joined(keys) + ") DO NOTHING", rows);
    }

    /** Writes the rows in place of all that have the same workspace and callSid as one of {@code replaced}. */
    void replaceCalls(Connection connection, List<Row<String>> replaced, List<Row<R>> rows) throws SQLException {
        Table<String> calls = Table.<String>of("calls").text("call_sid", callSid -> callSid);
        calls.run(
                connection,
                "DELETE FROM " + name + " old USING " + calls.unnested()
                        + " WHERE old.workspace = new.workspace AND old.call_sid = new.call_sid",
                replaced);
        insert(connection, rows);
    }

    /**
     * Runs a statement over rows that {@code unnested()} gives it.
     *
     * @return how many rows of the database it changed
     */
    int run(Connection connection, String sql, List<Row<R>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<Array> arrays = new ArrayList<>();
            for (Column<R> column : columns) {
                Array array = connection.createArrayOf(
                        transport(column), rows.stream().map(column.value()).toArray());
                arrays.add(array);
                statement.setArray(arrays.size(), array);
            }
            int changed = statement.executeUpdate();
            for (Array array : arrays) {
                array.free();
            }
            return changed;
        }
    }

    /** The rows as a table {@code new} within a statement. */
    String unnested() {
        return columns.stream()
                .map(column -> "?::" + transport(column) + "[]")
                .collect(Collectors.joining(", ", "unnest(", ") AS new(" + names() + ")"));
    }

    private Table<R> with(String column, String type, Function<R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(column, type, row -> value.apply(row.row())));
        return this;
    }

    private static <R> Function<R, @Nullable String> part(
            Function<R, @Nullable Personal> value, Function<Personal, String> part) {
        return row -> {
            Personal personal = value.apply(row);
            return personal == null ? null : part.apply(personal);
        };
    }

    private String insert() {
        String values = columns.stream()
                .map(column -> "new." + column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + names() + ") SELECT " + values + " FROM " + unnested();
    }

    private String names() {
        return joined(columns.stream().map(Column::name).toList());
    }

    /** Lists within lists would have to be of one length to travel as arrays: they, and JSON, go as text. */
    private static String transport(Column<?> column) {
        return column.type().equals("text[]") || column.type().equals("json") ? "text" : column.type();
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }

    /** As Postgres writes an array of texts: https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO. */
    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
