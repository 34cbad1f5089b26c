package io.switchlog.gateway.log;

import io.switchlog.client.CallerKeys;
import io.switchlog.client.EventTail;
import io.switchlog.contract.WireName;
import io.switchlog.gateway.board.BoardsStart;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether we have come to the log's end. Before that, and after a failure, our boards are of the past. */
@Component("logHealthIndicator")
final class LogHealth implements HealthIndicator {

    private final EventTail tail;
    private final CallerKeys keys;
    private final BoardsStart start;

    LogHealth(EventTail tail, CallerKeys keys, BoardsStart start) {
        this.tail = tail;
        this.keys = keys;
        this.start = start;
    }

    boolean isUpToDate() {
        return tail.isCaughtUp() && keys.isCaughtUp();
    }

    @Override
    public Health health() {
        Optional<String> failure = tail.failure().or(keys::failure);
        if (failure.isPresent()) {
            return Health.down().withDetail("failure", failure.get()).build();
        }
        Health.Builder health = isUpToDate() ? Health.up() : Health.outOfService();
        return health.withDetail("eventsCaughtUp", tail.isCaughtUp())
                .withDetail("callerKeysCaughtUp", keys.isCaughtUp())
                .withDetail("startedFrom", WireName.of(start.place()))
                .withDetail("offsets", tail.offsets())
                .build();
    }
}
