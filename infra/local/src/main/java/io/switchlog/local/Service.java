package io.switchlog.local;

import java.util.List;

/**
 * A service of a local run.
 *
 * @param name what {@code --services} calls it
 * @param title the name that people read and that its log file bears
 * @param module where the build leaves it, below the root of the repository
 * @param portOption the option that moves its port
 * @param settings the names of the settings that it is given: those it needs, and no other's secrets
 */
record Service(String name, String title, String module, int port, String portOption, List<String> settings) {

    Service {
        settings = List.copyOf(settings);
    }

    static List<Service> all(Ports ports) {
        return List.of(engine(ports), ingress(ports), gateway(ports), projection(ports));
    }

    private static Service engine(Ports ports) {
        return new Service(
                "engine",
                "engine",
                "routing-streams/engine",
                ports.engine(),
                "--engine-port",
                List.of("KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static Service ingress(Ports ports) {
        return new Service(
                "ingress",
                "ingress-service",
                "ingress-service",
                ports.ingress(),
                "--ingress-port",
                List.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "TWILIO_ACCOUNT_SID",
                        "TWILIO_AUTH_TOKEN",
                        "TWILIO_API_BASE_URL",
                        "PUBLIC_BASE_URL",
                        "PERSONAL_DATA_KEY"));
    }

    private static Service gateway(Ports ports) {
        return new Service(
                "gateway",
                "dashboard-gateway",
                "dashboard-gateway",
                ports.gateway(),
                "--gateway-port",
                List.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "POSTGRES_URL",
                        "POSTGRES_USER",
                        "POSTGRES_PASSWORD",
                        "TWILIO_ACCOUNT_SID",
                        "TWILIO_API_KEY_SID",
                        "TWILIO_API_KEY_SECRET",
                        "TWILIO_API_BASE_URL",
                        "PERSONAL_DATA_KEY",
                        "OPERATOR_USERNAME",
                        "OPERATOR_PASSWORD"));
    }

    private static Service projection(Ports ports) {
        return new Service(
                "projection",
                "projection-service",
                "projection-service",
                ports.projection(),
                "--projection-port",
                List.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "POSTGRES_URL",
                        "POSTGRES_USER",
                        "POSTGRES_PASSWORD",
                        "PROJECTION_READERS"));
    }
}
