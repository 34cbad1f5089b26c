package io.switchlog.projection.rebuild;

import io.switchlog.projection.follow.EventConsumer;
import io.switchlog.projection.follow.UnusableTopicException;
import io.switchlog.projection.settings.ProjectionSettings;
import io.switchlog.projection.store.FailureReason;
import io.switchlog.projection.store.Schema;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The command {@code rebuild}: the service's own settings and data source, and nothing that listens or follows. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public final class RebuildApplication {

    /** Rebuilds, and returns the exit code of the process. */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(RebuildApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("spring.config.name", "projection-service"));
        application.setLogStartupInfo(false);
        application.addInitializers(context -> context.getBeanFactory()
                .registerSingleton(
                        "projectionSettings", ProjectionSettings.from(context.getEnvironment()::getProperty)));
        try (ConfigurableApplicationContext context = application.run(quiet(arguments))) {
            return run(context.getBean(ProjectionSettings.class), context.getBean(DataSource.class));
        }
    }

    /** Standard output is for the progress; what goes wrong is said in one line at the end. */
    private static String[] quiet(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--logging.level.root=ERROR", "--logging.level.org.apache.kafka=ERROR"))
                .toArray(String[]::new);
    }

    private static int run(ProjectionSettings settings, DataSource dataSource) {
        // Absent where standard input is no terminal either; which of the two it is differs between versions of
        // the JDK.
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        ProgressBar progress = new ProgressBar(System.out, terminal, System::nanoTime);
        Schema schema = new Schema(dataSource, settings.readers());
        try (KafkaConsumer<String, byte[]> consumer = EventConsumer.on(settings.kafkaBootstrapServers())) {
            new Rebuild(consumer, schema, settings.ringEventsKept(), progress).run();
            return 0;
        } catch (KafkaException e) {
            return failed("Kafka at " + settings.kafkaBootstrapServers() + ": " + e.getMessage());
        } catch (DataAccessException | TransactionException | FlywayException e) {
            return failed("Postgres at " + settings.postgresUrl() + ": " + FailureReason.of(e));
        } catch (RebuildFailedException | UnusableTopicException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static int failed(String reason) {
        System.err.println("The read models are not rebuilt. " + reason);
        return 1;
    }
}
