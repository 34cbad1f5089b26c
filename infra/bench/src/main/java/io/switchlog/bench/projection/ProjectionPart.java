package io.switchlog.bench.projection;

import io.switchlog.bench.engine.Backlog;
import io.switchlog.bench.engine.Saturation;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/** Has a log decided, projects it, and inserts what came of it once more by itself. */
public record ProjectionPart(Path directory, int firstPort, Findings findings) {

    private static final double AIM = 0.5;

    public void run(int calls) throws Exception {
        int postgresPort = firstPort + 4;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), firstPort);
                LocalPostgres _ = LocalPostgres.start(directory.resolve("postgres"), postgresPort)) {
            String servers = kafka.bootstrapServers();
            Backlog.makeTopics(servers);
            findings.addWrong(Saturation.decide(directory, servers, firstPort + 2, 1, 0, calls, 1, List.of())
                    .faults());
            findings.progress("the log is decided");
            project(servers, LocalPostgres.jdbcUrl(postgresPort));
        }
    }

    private void project(String servers, String jdbcUrl) throws Exception {
        RebuildProcess.Result projected;
        try (Connection watcher = connect(jdbcUrl)) {
            projected = RebuildProcess.run(directory, servers, jdbcUrl, watcher);
        }
        double plain;
        long rows;
        try (Connection connection = connect(jdbcUrl + "?reWriteBatchedInserts=true")) {
            PlainInserts inserts = new PlainInserts(connection);
            rows = inserts.rowCount();
            plain = projected.events() / inserts.seconds();
        }
        double share = projected.eventsPerSecond() / plain;
        findings.add(Row.plain(
                "Plain batched insert of the same rows",
                "%,.0f events/s (%,d rows for %,d events)".formatted(plain, rows, projected.events())));
        findings.add(new Row(
                "Projection, events from Kafka to committed rows",
                "%,.0f events/s".formatted(projected.eventsPerSecond()),
                "≥ %.1f × plain".formatted(AIM),
                share >= AIM,
                "%.2f × plain inserts".formatted(share)));
    }

    private static Connection connect(String jdbcUrl) throws Exception {
        return DriverManager.getConnection(jdbcUrl, LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
