package io.switchlog.local;

import java.util.List;

/** What a newcomer reads once everything is up: where it is, who may sign in, and lines to paste that take a call. */
final class Welcome {

    private final Ports ports;
    private final LocalSettings settings;
    private final StateDirectory state;

    Welcome(Ports ports, LocalSettings settings, StateDirectory state) {
        this.ports = ports;
        this.settings = settings;
        this.state = state;
    }

    String text() {
        return addresses() + people() + (settings.simulatesTwilio() ? firstCall() : "") + ending();
    }

    /** For whoever runs some services elsewhere: where what is here is found, and how those join it. */
    String without(List<Service> leftOut, SettingsFiles settingsFiles) {
        StringBuilder text = new StringBuilder("\n");
        text.append("  %-18s %s%n".formatted("Kafka", settings.get("KAFKA_BOOTSTRAP_SERVERS")));
        text.append("  %-18s %s%n".formatted("Postgres", settings.get("POSTGRES_URL")));
        if (settings.simulatesTwilio()) {
            text.append(address("Simulated Twilio", ports.simulator()));
        }
        text.append("\n  Left out, for you to run; each reads its settings from its environment:\n");
        for (Service service : leftOut) {
            text.append("  %-18s env $(cat %s) java -jar %s/target/*-app.jar%n"
                    .formatted(service.title(), settingsFiles.of(service), service.module()));
        }
        return text.append(ending()).toString();
    }

    private String addresses() {
        StringBuilder text = new StringBuilder("\n");
        text.append(address("Dashboard", ports.gateway()));
        text.append(address("Twilio's webhooks", ports.ingress()));
        text.append(address("Routing engine", ports.engine()));
        text.append(address("Read models", ports.projection()));
        if (settings.simulatesTwilio()) {
            text.append(address("Simulated Twilio", ports.simulator()));
        }
        text.append("  Each answers /actuator/health, and ours /actuator/prometheus. Logs are in %s\n"
                .formatted(state.logs()));
        return text.toString();
    }

    private static String address(String what, int port) {
        return "  %-18s http://localhost:%d%n".formatted(what, port);
    }

    private String people() {
        return """

                  Agents: ann, bob, carol, dave. Supervisor: sam. Their password is "%s".
                  Operator: %s, %s.
                """.formatted(DemoWorkspace.PASSWORD, settings.get("OPERATOR_USERNAME"), operatorPassword());
    }

    /** A password that was given to us is not for the screen. */
    private String operatorPassword() {
        return settings.get("OPERATOR_PASSWORD").equals(DemoWorkspace.PASSWORD)
                ? "with the same password"
                : "with the password in OPERATOR_PASSWORD";
    }

    /** {@code --retry} because a call is offered, and a device rung, a moment after it was placed. */
    private String firstCall() {
        return """

                Call from http://localhost:%d/, a page that is the caller's phone: it tells what the caller hears, picks up on
                agents' devices, and gives Twilio a bad day.

                Or take a first call in another terminal: paste this.

                  GATEWAY=http://localhost:%d; SIMULATOR=http://localhost:%d; JSON='Content-Type: application/json'
                  ANN=$(mktemp)

                  # Ann signs in and says that she is available.
                  curl -sS -c "$ANN" -H "$JSON" -d '{"username":"ann","password":"%s"}' $GATEWAY/api/session; echo
                  curl -sS -b "$ANN" -H "$JSON" -X PUT -d '{"status":"available"}' $GATEWAY/api/me/availability; echo

                  # Somebody calls.
                  CALL=$(curl -sS -H "$JSON" -d '{"from":"+15550100","to":"+15550199"}' $SIMULATOR/simulator/calls \\
                    | sed 's/.*"callSid" *: *"\\([^"]*\\)".*/\\1/'); echo "$CALL"

                  # Ann claims the call and picks up on her device.
                  curl -s --fail --retry 20 --retry-delay 1 --retry-all-errors \\
                    -b "$ANN" -H "$JSON" -X POST $GATEWAY/api/calls/$CALL/claim; echo
                  curl -s --fail --retry 20 --retry-delay 1 --retry-all-errors \\
                    -H "$JSON" -d "{\\"callSid\\":\\"$CALL\\"}" $SIMULATOR/simulator/devices/ann/accept; echo

                  # What her screen shows, and what Twilio knows.
                  curl -sS -b "$ANN" $GATEWAY/api/board; echo
                  curl -sS $SIMULATOR/simulator/calls/$CALL; echo
                """.formatted(ports.simulator(), ports.gateway(), ports.simulator(), DemoWorkspace.PASSWORD);
    }

    private static String ending() {
        return """

                Ctrl-C stops everything; ./switchlog up goes on where it stopped, ./switchlog up --fresh forgets it all.
                Switchlog is up""";
    }
}
