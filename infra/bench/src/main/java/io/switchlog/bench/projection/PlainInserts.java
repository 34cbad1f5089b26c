package io.switchlog.bench.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Postgres alone: the rows that a projection has left, inserted into tables of the same shape, keys and indexes included, by JDBC
 * batches. It reads no log, decodes nothing, and knows each row's last state from the start.
 */
final class PlainInserts {

    /** Rows per batch, and per transaction. More makes no difference here. */
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    /** @param connection with {@code reWriteBatchedInserts=true}, or it measures round trips */
    PlainInserts(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        execute("drop schema if exists plain cascade");
        execute("create schema plain");
        for (String table : tables()) {
            execute("create table plain.%1$s (like projection.%1$s including all)".formatted(table));
            rows.put(table, rowsOf(table));
        }
        connection.commit();
    }

    long rowCount() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /** Inserts all rows twice, from empty tables each, and returns how long the second time took: then all is warm. */
    double seconds() throws SQLException {
        insertAll();
        for (String table : rows.keySet()) {
            execute("truncate plain." + table);
        }
        connection.commit();
        long start = System.nanoTime();
        insertAll();
        return (System.nanoTime() - start) / 1e9;
    }

    private void insertAll() throws SQLException {
        for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
            if (!table.getValue().isEmpty()) {
                insert(table.getKey(), table.getValue());
            }
        }
    }

    private void insert(String table, List<Object[]> all) throws SQLException {
        int columns = all.getFirst().length;
        String places = IntStream.range(0, columns).mapToObj(_ -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plain." + table + " values (" + places + ")")) {
            for (int i = 0; i < all.size(); i++) {
                for (int column = 0; column < columns; column++) {
                    insert.setObject(column + 1, all.get(i)[column]);
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0 || i + 1 == all.size()) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'projection' and table_name not like 'flyway%' order by table_name
                        """)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private List<Object[]> rowsOf(String table) throws SQLException {
        List<Object[]> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from projection." + table)) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                Object[] row = new Object[columns.getColumnCount()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = found.getObject(column + 1);
                }
                all.add(row);
            }
        }
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
