package io.switchlog.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long an instance may be silent: what we want, or the shortest that the brokers allow. Brokers refuse members with
 * shorter ones, and 6 s are the least unless they are configured otherwise. Slow to fail over is better than not to start.
 */
final class SessionTimeout {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTimeout.class);

    private static final String LEAST_ALLOWED = "group.min.session.timeout.ms";
    private static final int TIMEOUT_SECONDS = 60;

    private SessionTimeout() {}

    /** In milliseconds. */
    static int allowedBy(EngineSettings settings) {
        int wanted = settings.sessionTimeoutMillis();
        int least = leastAllowed(settings.kafkaBootstrapServers());
        if (wanted >= least) {
            return wanted;
        }
        LOG.warn(
                "The brokers' {} is {}: an instance that dies is missed after that time, instead of {} ms",
                LEAST_ALLOWED,
                least,
                wanted);
        return least;
    }

    private static int leastAllowed(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Node node = admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .iterator()
                    .next();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            ConfigEntry entry = Objects.requireNonNull(
                            admin.describeConfigs(List.of(broker)).values().get(broker))
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .get(LEAST_ALLOWED);
            return entry == null ? 0 : Integer.parseInt(entry.value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the brokers for " + LEAST_ALLOWED, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "no broker at KAFKA_BOOTSTRAP_SERVERS=" + bootstrapServers + " tells its " + LEAST_ALLOWED + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
