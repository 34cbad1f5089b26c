package io.switchlog.acceptance;

import io.switchlog.driver.Ports;
import io.switchlog.driver.Stack;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The races again, on a Kafka and a Postgres as their makers package them, so that nothing rests on how we embed them. Where
 * there is no container engine they are skipped, and it is said.
 */
@ExtendWith(RaceOnContainersTest.ContainerEngine.class)
@Testcontainers
@ExtendWith(RaceOnContainersTest.StackOnContainers.class)
class RaceOnContainersTest extends RaceTest {

    /** The settings that docs/operating.md asks of a production broker, and what a broker without others needs. */
    private static final Map<String, String> BROKER_SETTINGS = Map.of(
            "KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "1",
            "KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000",
            "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "250",
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");

    @Container
    static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1").withEnv(BROKER_SETTINGS);

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18-alpine");

    /** Comes before the containers are started. */
    static final class ContainerEngine implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isPresent()
                    || DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("there is a container engine");
            }
            String reason =
                    "Skipped, since there is no container engine: the races on Kafka's and Postgres's own containers";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }

    /** Comes after the containers have been started, since it is named after them. */
    static final class StackOnContainers implements BeforeAllCallback, AfterAllCallback {

        private final Stack stack =
                new Stack(Stack.home().resolve("infra/acceptance/target/stack-on-containers"), Ports.from(19280));

        @Override
        public void beforeAll(ExtensionContext context) {
            stack.with("KAFKA_BOOTSTRAP_SERVERS", KAFKA.getBootstrapServers())
                    .with("POSTGRES_URL", POSTGRES.getJdbcUrl())
                    .with("POSTGRES_USER", POSTGRES.getUsername())
                    .with("POSTGRES_PASSWORD", POSTGRES.getPassword())
                    .startFresh();
            runOn(stack);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            runOn(STACK);
            stack.close();
        }
    }
}
