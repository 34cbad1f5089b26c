package io.switchlog.local;

import io.switchlog.embedded.LocalPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The settings of the services, under their names in the environment. What the environment gives is used; the rest is
 * embedded, simulated or made up.
 */
final class LocalSettings {

    /** Twilio's own address, for a run that neither simulates Twilio nor was told of another. */
    private static final String TWILIO = "https://api.twilio.com";

    private static final int PERSONAL_DATA_KEY_BYTES = 32;

    private final boolean embedsKafka;
    private final boolean embedsPostgres;
    private final boolean simulatesTwilio;
    private final Map<String, String> values;

    private LocalSettings(
            boolean embedsKafka, boolean embedsPostgres, boolean simulatesTwilio, Map<String, String> values) {
        this.embedsKafka = embedsKafka;
        this.embedsPostgres = embedsPostgres;
        this.simulatesTwilio = simulatesTwilio;
        this.values = Map.copyOf(values);
    }

    /**
     * @param simulatorWanted false if Twilio is not to be simulated even though the environment names no other
     * @throws StartFailedException if the environment names a database but not its user
     */
    static LocalSettings resolve(Map<String, String> environment, Ports ports, boolean simulatorWanted, Secrets secrets)
            throws StartFailedException {
        Resolver resolver = new Resolver(environment);
        boolean embedsKafka = resolver.lacks("KAFKA_BOOTSTRAP_SERVERS");
        boolean embedsPostgres = resolver.lacks("POSTGRES_URL");
        boolean simulatesTwilio = simulatorWanted && resolver.lacks("TWILIO_API_BASE_URL");
        if (!embedsPostgres && resolver.lacks("POSTGRES_USER")) {
            throw new StartFailedException("POSTGRES_URL is set, so POSTGRES_USER must be set too");
        }
        resolver.take("KAFKA_BOOTSTRAP_SERVERS", () -> "localhost:" + ports.kafka());
        resolver.take("POSTGRES_URL", () -> LocalPostgres.jdbcUrl(ports.postgres()));
        if (embedsPostgres) {
            for (String role : DatabaseRoles.NAMES) {
                resolver.put(role + ".POSTGRES_USER", role);
                resolver.put(
                        role + ".POSTGRES_PASSWORD", secrets.get(role + ".POSTGRES_PASSWORD", () -> Secrets.hex(16)));
            }
            resolver.put("PROJECTION_READERS", DatabaseRoles.GATEWAY);
        } else {
            resolver.take("PROJECTION_READERS", () -> "");
            resolver.take("POSTGRES_USER", () -> "");
            resolver.take("POSTGRES_PASSWORD", () -> "");
        }
        resolver.take("TWILIO_API_BASE_URL", () -> simulatesTwilio ? "http://localhost:" + ports.simulator() : TWILIO);
        resolver.take("PUBLIC_BASE_URL", () -> "http://localhost:" + ports.ingress());
        resolver.take("OPERATOR_USERNAME", () -> "olga");
        resolver.take("OPERATOR_PASSWORD", () -> DemoWorkspace.PASSWORD);
        resolver.takeSecret("TWILIO_ACCOUNT_SID", secrets, () -> "AC" + Secrets.hex(16));
        resolver.takeSecret("TWILIO_AUTH_TOKEN", secrets, () -> Secrets.hex(16));
        resolver.takeSecret("TWILIO_API_KEY_SID", secrets, () -> "SK" + Secrets.hex(16));
        resolver.takeSecret("TWILIO_API_KEY_SECRET", secrets, () -> Secrets.hex(16));
        resolver.takeSecret("PERSONAL_DATA_KEY", secrets, () -> Secrets.base64(PERSONAL_DATA_KEY_BYTES));
        return new LocalSettings(embedsKafka, embedsPostgres, simulatesTwilio, resolver.values);
    }

    boolean embedsKafka() {
        return embedsKafka;
    }

    boolean embedsPostgres() {
        return embedsPostgres;
    }

    boolean simulatesTwilio() {
        return simulatesTwilio;
    }

    /** The value for one service, where services differ in it. */
    String get(String service, String name) {
        String own = values.get(service + "." + name);
        return own == null ? get(name) : own;
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No setting is called " + name);
        }
        return value;
    }

    /** Lines {@code NAME=value} for a service that needs these settings, and must not see others that would mislead it. */
    List<String> asAssignments(Service service) {
        List<String> assignments = new ArrayList<>();
        service.settings().forEach(name -> assignments.add(name + "=" + get(service.name(), name)));
        return assignments;
    }

    /** As command-line arguments of a Spring Boot application, where they rank above its environment. */
    List<String> asArguments(Service service) {
        return asAssignments(service).stream()
                .map(assignment -> "--" + assignment)
                .toList();
    }

    private static final class Resolver {

        private final Map<String, String> environment;
        private final Map<String, String> values = new TreeMap<>();

        Resolver(Map<String, String> environment) {
            this.environment = environment;
        }

        boolean lacks(String name) {
            return environment.getOrDefault(name, "").isBlank();
        }

        void take(String name, Supplier<String> otherwise) {
            put(name, lacks(name) ? otherwise.get() : environment.getOrDefault(name, ""));
        }

        void takeSecret(String name, Secrets secrets, Supplier<String> maker) {
            take(name, () -> secrets.get(name, maker));
        }

        void put(String name, String value) {
            values.put(name, value);
        }
    }
}
