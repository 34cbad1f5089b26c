package io.switchlog.local;

import io.switchlog.local.service.ServiceFailedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: starts everything, says how to use it, and stops everything when the process is told to end. */
@Command(
        name = "up",
        showDefaultValues = true,
        sortOptions = false,
        description = "Starts Switchlog: an embedded Kafka and Postgres, all services in one process, and a simulated"
                + " Twilio beside it. What the environment names (KAFKA_BOOTSTRAP_SERVERS, POSTGRES_URL,"
                + " TWILIO_API_BASE_URL and the other settings in docs) is used instead.")
final class Up implements Callable<Integer> {

    /** The embedded servers listen off their usual ports, where one's own may be, and below the ephemeral range. */
    private static final String KAFKA_PORT = "19092";

    private static final String POSTGRES_PORT = "15432";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    boolean help;

    @Option(names = "--fresh", description = "Forget calls, users and secrets of earlier runs.")
    boolean fresh;

    @Option(names = "--no-simulator", description = "Do not simulate Twilio.")
    boolean noSimulator;

    @Option(
            names = "--services",
            paramLabel = "NAMES",
            defaultValue = ServiceSelection.ALL,
            converter = ServiceSelection.Converter.class,
            description = "Run these services alone, or none; the settings of the others are written down for you to"
                    + " run them in processes of their own.")
    ServiceSelection services = new ServiceSelection(Set.of(ServiceSelection.ALL.split(",")));

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${sys:switchlog.home:-.}/.switchlog",
            description = "Where everything that survives a restart is kept.")
    Path stateDirectory = Path.of(".switchlog");

    @Option(names = "--gateway-port", paramLabel = "PORT", defaultValue = "8080")
    int gatewayPort;

    @Option(names = "--ingress-port", paramLabel = "PORT", defaultValue = "8081")
    int ingressPort;

    @Option(names = "--simulator-port", paramLabel = "PORT", defaultValue = "8082")
    int simulatorPort;

    @Option(names = "--engine-port", paramLabel = "PORT", defaultValue = "8083")
    int enginePort;

    @Option(names = "--projection-port", paramLabel = "PORT", defaultValue = "8084")
    int projectionPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = KAFKA_PORT,
            description = "The embedded Kafka's; the next one is taken as well, by its controller.")
    int kafkaPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = POSTGRES_PORT)
    int postgresPort;

    private final Progress progress = new Progress(System.out);

    Ports ports() {
        return new Ports(gatewayPort, ingressPort, simulatorPort, enginePort, projectionPort, kafkaPort, postgresPort);
    }

    @Override
    public Integer call() throws Exception {
        StateDirectory state = new StateDirectory(stateDirectory);
        // Before the first logger is made, whose file lies there.
        System.setProperty("switchlog.local.logs", state.logs().toString());
        try {
            return runAlone(state);
        } catch (StartFailedException | ServiceFailedException | IOException failure) {
            progress.say("Switchlog cannot start. " + failure.getMessage());
        }
        return 1;
    }

    private int runAlone(StateDirectory state) throws Exception {
        Closeable lock = state.lock();
        try {
            return run(state);
        } finally {
            lock.close();
        }
    }

    private int run(StateDirectory state) throws Exception {
        progress.say("Switchlog starts; its state is in " + state.root());
        LocalStack.clear(state, fresh);
        Secrets secrets = Secrets.in(state.secrets());
        LocalSettings settings = LocalSettings.resolve(System.getenv(), ports(), !noSimulator, secrets);
        secrets.save();
        List<Service> all = Service.all(ports());
        SettingsFiles settingsFiles = new SettingsFiles(state);
        // Also of those that start here: ./switchlog probe and rebuild are processes of their own.
        for (Service service : all) {
            settingsFiles.write(service, settings);
        }
        try (LocalStack stack = new LocalStack(home(), state, ports(), services.among(all), settings, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            inviteEveryone(settings, stack);
            Welcome welcome = new Welcome(ports(), settings, state);
            List<Service> leftOut = services.leftOutOf(all);
            progress.say(leftOut.isEmpty() ? welcome.text() : welcome.without(leftOut, settingsFiles));
            // Ctrl-C and SIGTERM end the process from here, by way of the shutdown hook.
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /** A demo without its people is still a running Switchlog, and with a database of one's own perhaps what was wanted. */
    private void inviteEveryone(LocalSettings settings, LocalStack stack) throws InterruptedException {
        try {
            DemoWorkspace demo = new DemoWorkspace(ports());
            if (services.names().containsAll(DemoWorkspace.NEEDS)) {
                demo.register(settings.get("OPERATOR_USERNAME"), settings.get("OPERATOR_PASSWORD"));
            }
            if (settings.simulatesTwilio() && !stack.hasSimulatorOfEarlierRun()) {
                demo.connectDevices();
            }
        } catch (IOException failure) {
            progress.say("  Not all demo agents are there: " + failure.getMessage());
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("switchlog.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
