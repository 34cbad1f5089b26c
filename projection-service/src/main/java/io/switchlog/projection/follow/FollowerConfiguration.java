package io.switchlog.projection.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.projection.settings.ProjectionSettings;
import io.switchlog.projection.store.PostgresReadModels;
import io.switchlog.projection.store.Schema;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The follower and what it works with. */
@Configuration(proxyBeanMethods = false)
class FollowerConfiguration {

    @Bean
    FollowerMetrics followerMetrics(MeterRegistry registry) {
        return new FollowerMetrics(registry, Clock.systemUTC());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Follower follower(ProjectionSettings settings, DataSource dataSource, FollowerMetrics metrics) {
        return new Follower(
                EventConsumer.on(settings.kafkaBootstrapServers()),
                new Schema(dataSource, settings.readers()),
                PostgresReadModels.amongOthers(dataSource),
                settings.ringEventsKept(),
                metrics);
    }
}
