package io.switchlog.acceptance;

import io.switchlog.driver.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The database of a stack: read as a report reads it, and made to stand still. */
final class Postgres {

    /** All of the read models, and not how they were made. */
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'projection' and table_name not like 'flyway%'";

    private final Stack stack;

    Postgres(Stack stack) {
        this.stack = stack;
    }

    /** Each table's rows, as Postgres writes them. */
    Map<String, List<String>> readModels() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = connect()) {
            for (String table : column(connection, TABLES)) {
                tables.put(
                        table,
                        column(connection, "select rows::text from projection." + table + " rows order by rows::text"));
            }
        }
        return tables;
    }

    /** The first column of what the query finds. */
    List<String> ask(String query) throws SQLException {
        try (Connection connection = connect()) {
            return column(connection, query);
        }
    }

    /** Connections stay open and nothing is answered any more: a disk that hangs, a machine that swaps. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(postmaster.pid())));
        postmaster.descendants().forEach(backend -> command.add(Long.toString(backend.pid())));
        // A backend may have ended in between, which kill says, and which is all right.
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private long postmasterPid() throws IOException {
        try (Stream<Path> files = Files.walk(stack.directory())) {
            Path file = files.filter(each -> each.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + stack.ports().postgres() + "/switchlog", "postgres", "postgres");
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
