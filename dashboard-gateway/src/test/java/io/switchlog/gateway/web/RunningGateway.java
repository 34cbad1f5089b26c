package io.switchlog.gateway.web;

import static org.awaitility.Awaitility.await;

import io.switchlog.client.CallerDetails;
import io.switchlog.client.CallerKeys;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.Personal;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.FreePorts;
import io.switchlog.gateway.GatewayApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The gateway on a real broker and a real Postgres, with a stand-in for the engine; started once for all tests. The operator
 * {@code olga} of the workspace {@code demo} is there from the start.
 */
final class RunningGateway {

    static final String PASSWORD = "demo";

    private static final byte[] KEY = new byte[32];
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final StandInEngine engine;
    private final StandInTwilio twilio;
    private final CallerKeys keys;
    private final KafkaProducer<String, byte[]> commands;
    private final ConfigurableApplicationContext application;

    private RunningGateway() throws Exception {
        postgres = EmbeddedPostgres.start();
        Path directory = Files.createTempDirectory("gateway-kafka");
        kafka = EmbeddedKafka.start(directory, FreePorts.pair());
        Map<String, Object> properties = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(Topics.definitions((short) 1)).all().get();
        }
        engine = new StandInEngine(kafka.bootstrapServers());
        twilio = new StandInTwilio();
        keys = new CallerKeys(properties, KEY);
        keys.start();
        commands = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        application = startAnother();
        awaitReady(application);
        Browser olga = new Browser(uri(application));
        olga.signIn("olga", PASSWORD);
        for (String agent : new String[] {"ann", "bob"}) {
            olga.send(
                    "POST",
                    "/api/agents",
                    Map.of("agentId", agent, "name", agent + "'s name", "role", "agent", "password", PASSWORD));
        }
    }

    private static final class Once {
        static final RunningGateway GATEWAY = start();

        private static RunningGateway start() {
            try {
                RunningGateway gateway = new RunningGateway();
                Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
                return gateway;
            } catch (Exception e) {
                throw new IllegalStateException("the gateway did not start", e);
            }
        }
    }

    static RunningGateway get() {
        return Once.GATEWAY;
    }

    Browser browser() {
        return new Browser(uri(application));
    }

    Browser signedIn(String username) {
        Browser browser = browser();
        browser.signIn(username, PASSWORD);
        return browser;
    }

    StandInEngine engine() {
        return engine;
    }

    URI uri() {
        return uri(application);
    }

    StandInTwilio twilio() {
        return twilio;
    }

    /** Writes straight to the database what the API would refuse. */
    void sql(String statement) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the database answers: the first column of the first row. */
    String sqlAnswer(String query) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement open = connection.createStatement();
                ResultSet rows = open.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends all connections to the database and refuses new ones, until it is let in again. */
    void database(boolean open) {
        try (Connection connection =
                        postgres.getDatabase("postgres", "template1").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres ALLOW_CONNECTIONS " + open);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the read models from now on, as projection-service does. */
    StandInProjection project() {
        return new StandInProjection(kafka.bootstrapServers(), postgres.getPostgresDatabase());
    }

    /** One more instance, on the same log and the same database. */
    ConfigurableApplicationContext startAnother() {
        return startAnother(kafka.bootstrapServers());
    }

    /** One more instance, on the same database and perhaps on another log. */
    ConfigurableApplicationContext startAnother(String bootstrapServers) {
        return GatewayApplication.start(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP_SERVERS=" + bootstrapServers,
                "--POSTGRES_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--POSTGRES_USER=postgres",
                "--POSTGRES_PASSWORD=postgres",
                "--PERSONAL_DATA_KEY=" + Base64.getEncoder().encodeToString(KEY),
                "--TWILIO_ACCOUNT_SID=" + StandInTwilio.ACCOUNT_SID,
                "--TWILIO_API_KEY_SID=" + StandInTwilio.KEY_SID,
                "--TWILIO_API_KEY_SECRET=" + StandInTwilio.KEY_SECRET,
                "--TWILIO_API_BASE_URL=" + twilio.uri(),
                "--OPERATOR_USERNAME=olga",
                "--OPERATOR_PASSWORD=" + PASSWORD);
    }

    static URI uri(ConfigurableApplicationContext application) {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port")));
    }

    static void awaitReady(ConfigurableApplicationContext application) {
        Browser browser = new Browser(uri(application));
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> browser.send("GET", "/actuator/health/readiness").status() == 200);
    }

    /** What Twilio tells of a call. */
    void twilioTells(TwilioCommand command) {
        var message = new CommandMessage("demo", "twilio-" + CALLS.incrementAndGet(), Actor.TWILIO, command);
        var _ = commands.send(LogRecords.command(message, "/test", Instant.now()));
        commands.flush();
    }

    /** As ingress seals what somebody said. */
    Personal sealed(String number, String words) {
        return keys.seal(number, words.getBytes(StandardCharsets.UTF_8)).join();
    }

    /** Writes the tombstone that erases a caller. */
    void erase(Personal personal) {
        var _ = commands.send(
                new ProducerRecord<>(Topics.CALLER_KEYS, personal.pseudonym() + "/" + personal.keyId(), null));
        commands.flush();
    }

    /** Somebody calls the workspace demo. Returns the callSid once the call is on the board. */
    String incomingCall(String number) {
        String callSid = "CA%032x".formatted(CALLS.incrementAndGet());
        var from = keys.seal(new CallerDetails(number, "Some Body", Map.of())).join();
        var command = new CommandMessage("demo", callSid, Actor.TWILIO, new ReceiveCall(callSid, from, "+15550001"));
        var _ = commands.send(LogRecords.command(command, "/test", Instant.now()));
        Browser olga = signedIn("olga");
        await().until(() -> olga.call(callSid).path("state").asString("").equals("ringing"));
        return callSid;
    }

    private void close() {
        application.close();
        engine.close();
        keys.close();
        commands.close();
        kafka.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
