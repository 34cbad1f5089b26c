package io.switchlog.bench.people;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Role;
import io.switchlog.driver.Ports;
import io.switchlog.embedded.LocalPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * As many agents as a bench wants, within seconds: available, with a device, and signed in.
 *
 * <p>A password costs a twentieth of a second to hash, by intention, and nobody measures how people sign in here. So their accounts and
 * sessions are written into the gateway's tables, as it would write them, and their commands are appended to the log as its own.
 */
public final class Crowd {

    private static final String WORKSPACE = "demo";
    private static final int SESSION_SECONDS = 12 * 60 * 60;

    /** The longest that there is: agents who are asked nothing for a while stay. */
    private static final int HEARTBEAT_TIMEOUT_SECONDS = 300;

    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(2);

    /** First heartbeats under way at a time. */
    private static final int AT_ONCE = 64;

    /** No password has this hash. */
    private static final String NOBODYS_HASH = "{bcrypt}of nobody";

    private static final String ACCOUNT =
            "insert into gateway.account (username, workspace, name, role, password_hash) values (?, ?, ?, 'AGENT', ?)";
    private static final String SESSION = """
            insert into gateway.spring_session (primary_id, session_id, creation_time, last_access_time,
                    max_inactive_interval, expiry_time, principal_name)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String ATTRIBUTE = """
            insert into gateway.spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
            values (?, 'org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME', ?)""";

    private final Ports ports;
    private final int maxConcurrentCalls;
    private final Map<String, Person> people = new LinkedHashMap<>();

    /** Nobody yet. Agents of the demo stay out of the way: nobody of them has ever said to be available. */
    public Crowd(Ports ports, int maxConcurrentCalls) {
        this.ports = ports;
        this.maxConcurrentCalls = maxConcurrentCalls;
        Person.operator(ports)
                .does("PATCH", "/api/settings", Map.of("heartbeatTimeoutSeconds", HEARTBEAT_TIMEOUT_SECONDS));
    }

    /** The people who are there now, the first ones first. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** One of them. */
    public Person named(String id) {
        Person person = people.get(id);
        if (person == null) {
            throw new IllegalStateException("a stranger: " + id);
        }
        return person;
    }

    /** Adds as many as are missing. When it returns all are on the board, and each was heard once. */
    public void growTo(int count) throws SQLException, IOException {
        List<String> ids = new ArrayList<>();
        for (int i = people.size(); i < count; i++) {
            ids.add("crowd_%05d".formatted(i));
        }
        if (!ids.isEmpty()) {
            List<Person> added = signIn(ids);
            register(ids);
            awaitDecisions(added.getLast());
            added.forEach(person -> people.put(person.id(), person));
            beat(added);
        }
    }

    private List<Person> signIn(List<String> ids) throws SQLException, IOException {
        List<Person> signedIn = new ArrayList<>();
        long now = System.currentTimeMillis();
        try (Connection connection = DriverManager.getConnection(
                        LocalPostgres.jdbcUrl(ports.postgres()), LocalPostgres.USER, LocalPostgres.PASSWORD);
                PreparedStatement account = connection.prepareStatement(ACCOUNT);
                PreparedStatement session = connection.prepareStatement(SESSION);
                PreparedStatement attribute = connection.prepareStatement(ATTRIBUTE)) {
            connection.setAutoCommit(false);
            for (String id : ids) {
                String primaryId = UUID.randomUUID().toString();
                String sessionId = UUID.randomUUID().toString();
                add(account, id, WORKSPACE, id, NOBODYS_HASH);
                add(session, primaryId, sessionId, now, now, SESSION_SECONDS, now + SESSION_SECONDS * 1_000L, id);
                add(attribute, primaryId, serialized(id));
                signedIn.add(Person.inSession(ports.gatewayUri(), id, sessionId));
            }
            account.executeBatch();
            session.executeBatch();
            attribute.executeBatch();
            connection.commit();
        }
        return signedIn;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** As Spring Session keeps an attribute. */
    private static byte[] serialized(String value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private void register(List<String> ids) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String id : ids) {
                append(producer, Actor.operator("olga"), new RegisterAgent(id, id, Role.AGENT, maxConcurrentCalls));
                append(producer, Actor.agent(id), new SetAvailability(id, Availability.AVAILABLE, null));
            }
        }
    }

    private static void append(KafkaProducer<String, byte[]> producer, Actor actor, Command command) {
        CommandMessage message = new CommandMessage(WORKSPACE, UUID.randomUUID().toString(), actor, command);
        var _ = producer.send(LogRecords.command(message, "/bench", Instant.now()));
    }

    /** The log is decided in its order: when the last one's click is answered, all have been decided. */
    private static void awaitDecisions(Person last) {
        long deadline = System.nanoTime() + DECIDED_WITHIN.toNanos();
        int status = 0;
        while (status != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(last.id() + " is still not on the board: " + status);
            }
            status = last.asks("PUT", "/api/me/availability", Map.of("status", "available"))
                    .join()
                    .statusCode();
        }
    }

    private static void beat(List<Person> silent) {
        for (int from = 0; from < silent.size(); from += AT_ONCE) {
            CompletableFuture.allOf(silent.subList(from, Math.min(from + AT_ONCE, silent.size())).stream()
                            .map(Person::beats)
                            .map(answer -> answer.thenAccept(each -> requireOk(each.statusCode())))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private static void requireOk(int status) {
        if (status != 200) {
            throw new CompletionException(new IOException("a heartbeat was answered " + status));
        }
    }
}
