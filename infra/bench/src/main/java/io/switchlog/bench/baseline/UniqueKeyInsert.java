package io.switchlog.bench.baseline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Postgres alone: the claim as the insert of a row whose key is the call. Whoever inserts it first has the call. It is what most
 * would do first; it tells nobody, rings for nobody, knows no time-outs and keeps no history.
 */
public final class UniqueKeyInsert implements AutoCloseable {

    /** As the gateway's own pool. */
    private static final int CONNECTIONS = 10;

    /** As many race for a call as in the claims over HTTP. */
    private static final int CLAIMANTS_PER_CALL = 4;

    private static final String TABLE = "bench_claim";
    private static final String CLAIM =
            "insert into " + TABLE + " (call_sid, agent_id) values (?, ?) on conflict do nothing";

    private final HikariDataSource pool;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong claims = new AtomicLong();
    private final AtomicLong granted = new AtomicLong();

    public UniqueKeyInsert(String jdbcUrl, String user, String password) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        execute("drop table if exists " + TABLE);
        execute("create table " + TABLE + " (call_sid text primary key, agent_id text not null)");
    }

    public Latencies latencies(Schedule schedule) {
        return OpenLoop.run(schedule, _ -> CompletableFuture.runAsync(this::claim, threads));
    }

    /** Claims per second when every connection always has one to make. */
    public double claimsPerSecond(Duration length) {
        long before = claims.get();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        CompletableFuture.allOf(IntStream.range(0, CONNECTIONS)
                        .mapToObj(_ -> CompletableFuture.runAsync(() -> claimUntil(end), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        return (claims.get() - before) / ((System.nanoTime() - start) / 1e9);
    }

    /** Whether each call was granted once. */
    public boolean isRight() {
        return granted.get() == Math.ceilDiv(claims.get(), CLAIMANTS_PER_CALL);
    }

    private void claimUntil(long end) {
        while (System.nanoTime() < end) {
            claim();
        }
    }

    private void claim() {
        long number = claims.getAndIncrement();
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            insert.setString(1, "CA%032x".formatted(number / CLAIMANTS_PER_CALL));
            insert.setString(2, "bench_" + number % CLAIMANTS_PER_CALL);
            granted.addAndGet(insert.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        threads.close();
        execute("drop table " + TABLE);
        pool.close();
    }
}
