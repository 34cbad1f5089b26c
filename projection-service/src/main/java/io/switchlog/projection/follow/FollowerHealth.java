package io.switchlog.projection.follow;

import io.switchlog.projection.follow.Standing.Place;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the read models are those of the present, and if not, which layer is to be looked at. */
@Component("projectionHealthIndicator")
final class FollowerHealth implements HealthIndicator {

    private final Follower follower;

    FollowerHealth(Follower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        Standing standing = follower.standing();
        Health.Builder health =
                switch (standing.state()) {
                    case UP -> Health.up();
                    case CATCHING_UP -> Health.outOfService().withDetail("state", "catching up");
                    case REBUILD_UNDER_WAY -> Health.outOfService().withDetail("state", "rebuild under way");
                    case KAFKA_AWAY -> Health.outOfService().withDetail("state", "Kafka does not answer");
                    case POSTGRES_AWAY -> Health.down().withDetail("state", "Postgres does not answer");
                    case PARTITIONS_STOPPED -> Health.down().withDetail("state", "some partitions have stopped");
                    case FAILED -> Health.down().withDetail("state", "stopped");
                };
        if (standing.reason() != null) {
            health.withDetail("reason", standing.reason());
        }
        if (!standing.stops().isEmpty()) {
            Map<Integer, String> failures = new TreeMap<>();
            standing.stops().forEach((partition, stop) -> failures.put(partition, stop.reason()));
            health.withDetail("failures", failures);
        }
        Map<Integer, Place> places = standing.partitions();
        return health.withDetail("postgres", standing.state() != Standing.State.POSTGRES_AWAY)
                .withDetail(
                        "lag", places.values().stream().mapToLong(Place::lag).sum())
                .withDetail("partitions", places)
                .build();
    }
}
