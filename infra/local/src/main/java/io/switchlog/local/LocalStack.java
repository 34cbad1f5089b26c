package io.switchlog.local;

import io.switchlog.embedded.EmbeddedKafka;
import io.switchlog.embedded.LocalPostgres;
import io.switchlog.local.service.IsolatedService;
import io.switchlog.local.service.ServiceFailedException;
import io.switchlog.local.service.ServiceJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a local run has started, in the order in which it came up; it is closed in the reverse order. */
final class LocalStack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalStack.class);
    private static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STARTING_ENDS_TIMEOUT = Duration.ofSeconds(20);

    private final Path home;
    private final StateDirectory state;
    private final Ports ports;
    private final List<Service> services;
    private final LocalSettings settings;
    private final Progress progress;

    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Health health = new Health();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private boolean simulatorStayed;

    /** @param services those that it starts, and no others */
    LocalStack(
            Path home,
            StateDirectory state,
            Ports ports,
            List<Service> services,
            LocalSettings settings,
            Progress progress) {
        this.home = home;
        this.state = state;
        this.ports = ports;
        this.services = List.copyOf(services);
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Stops what a killed run has left in that directory. The simulator is spared: it may hold calls.
     *
     * @param fresh the simulator is not spared, and what the directory remembers is wiped
     */
    static void clear(StateDirectory state, boolean fresh) throws IOException {
        LocalPostgres.stopOrphan(state.postgres());
        if (fresh) {
            SimulatorProcess.leftBehind(state).ifPresent(SimulatorProcess::close);
            state.wipe();
        }
    }

    /** Starts everything, and returns when every service reports that it is up. */
    void start() throws Exception {
        Files.createDirectories(state.logs());
        Optional<SimulatorProcess> simulator = simulatorThatStays();
        requireFreePorts(simulator.isPresent());
        if (simulator.isPresent()) {
            keep(simulator.get());
            simulatorStayed = true;
            progress.say("  " + SimulatorProcess.NAME + " still runs, with the calls it holds");
        }
        List<Callable<Void>> foundations = new ArrayList<>();
        if (settings.embedsKafka()) {
            foundations.add(starting("kafka", () -> EmbeddedKafka.start(state.kafka(), ports.kafka())));
        }
        if (settings.embedsPostgres()) {
            foundations.add(starting("postgres", this::startPostgres));
        }
        if (settings.simulatesTwilio() && simulator.isEmpty()) {
            foundations.add(starting(
                    SimulatorProcess.NAME,
                    () -> SimulatorProcess.start(state, simulatorJar(), settings, ports.simulator())));
        }
        allOf(foundations);
        allOf(services.stream()
                .map(service -> starting(service.title(), () -> start(service)))
                .toList());
    }

    /** Whether the simulator is that of an earlier run, whose devices are as its users left them. */
    boolean hasSimulatorOfEarlierRun() {
        return simulatorStayed;
    }

    /** Stops everything, what is still starting included. Failures are logged: the rest must stop all the same. */
    @Override
    public void close() {
        failure.compareAndSet(null, new StartFailedException("Stopped while it was starting"));
        starters.shutdown();
        awaitStarters();
        synchronized (started) {
            if (!started.isEmpty()) {
                progress.say("Switchlog stops");
            }
            while (!started.isEmpty()) {
                closeQuietly(started.pop());
            }
        }
    }

    private void awaitStarters() {
        try {
            if (!starters.awaitTermination(STARTING_ENDS_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Something is still starting after {}; it ends with the process", STARTING_ENDS_TIMEOUT);
            }
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<SimulatorProcess> simulatorThatStays() throws IOException, InterruptedException {
        Optional<SimulatorProcess> left = SimulatorProcess.leftBehind(state);
        if (left.isPresent()
                && !(settings.simulatesTwilio() && left.get().canStay(simulatorJar(), settings, ports.simulator()))) {
            left.get().close();
            return Optional.empty();
        }
        return left;
    }

    private void requireFreePorts(boolean simulatorStays) throws StartFailedException {
        for (Service service : services) {
            Ports.requireFree(service.port(), service.title(), service.portOption());
        }
        if (settings.simulatesTwilio() && !simulatorStays) {
            Ports.requireFree(ports.simulator(), SimulatorProcess.NAME, "--simulator-port");
        }
        if (settings.embedsKafka()) {
            Ports.requireFree(ports.kafka(), "the embedded Kafka", "--kafka-port");
            Ports.requireFree(
                    EmbeddedKafka.controllerPort(ports.kafka()), "the embedded Kafka's controller", "--kafka-port");
        }
        if (settings.embedsPostgres()) {
            Ports.requireFree(ports.postgres(), "the embedded Postgres", "--postgres-port");
        }
    }

    private AutoCloseable startPostgres() throws IOException, SQLException {
        LocalPostgres postgres = LocalPostgres.start(state.postgres(), ports.postgres());
        try {
            DatabaseRoles.prepare(ports.postgres(), settings);
            return postgres;
        } catch (SQLException failure) {
            postgres.close();
            throw failure;
        }
    }

    private ServiceJar simulatorJar() throws IOException {
        return unpacked("infra/" + SimulatorProcess.NAME);
    }

    private ServiceJar unpacked(String module) throws IOException {
        return ServiceJar.unpack(ServiceJar.find(home.resolve(module)), state.unpackedServices());
    }

    private AutoCloseable start(Service service) throws IOException, ServiceFailedException, InterruptedException {
        int port = service.port();
        IsolatedService running =
                IsolatedService.start(service.title(), unpacked(service.module()), arguments(service));
        if (!health.comesUp(port, SERVICE_TIMEOUT, () -> failure.get() == null)) {
            closeQuietly(running);
            throw new ServiceFailedException(
                    service.title(),
                    "its health on http://localhost:%d/actuator/health is not UP after %d s"
                            .formatted(port, SERVICE_TIMEOUT.toSeconds()));
        }
        return running;
    }

    private List<String> arguments(Service service) {
        Path work = state.work().resolve(service.title());
        List<String> arguments = new ArrayList<>(settings.asArguments(service));
        arguments.add("--server.port=" + service.port());
        arguments.add("--STATE_DIRECTORY=" + work.resolve("state"));
        arguments.add("--server.tomcat.basedir=" + work.resolve("tomcat"));
        arguments.add("--logging.config=" + LocalStack.class.getResource("service-logback.xml"));
        arguments.add("--switchlog.local.service=" + service.title());
        arguments.add("--switchlog.local.logs=" + state.logs());
        // The services are closed one after the other by this process; Boot's hooks would close them all at once.
        arguments.add("--spring.main.register-shutdown-hook=false");
        arguments.add("--logging.register-shutdown-hook=false");
        // An open board stream is a request under way, and Ctrl-C should not wait the usual 30 s for it.
        arguments.add("--spring.lifecycle.timeout-per-shutdown-phase=3s");
        arguments.add("--spring.main.banner-mode=off");
        return arguments;
    }

    private interface Starter {
        AutoCloseable start() throws Exception;
    }

    private Callable<Void> starting(String part, Starter starter) {
        return () -> {
            long startedNanos = System.nanoTime();
            try {
                keep(starter.start());
                progress.ready(part, startedNanos);
            } catch (ServiceFailedException reason) {
                giveUp(reason);
            } catch (Exception reason) {
                giveUp(new ServiceFailedException(part, reason));
            }
            return null;
        };
    }

    private void giveUp(ServiceFailedException reason) {
        log.error("Giving up", reason);
        failure.compareAndSet(null, reason);
    }

    private void keep(AutoCloseable part) {
        synchronized (started) {
            started.push(part);
        }
    }

    /** Starts the parts at the same time; the first failure makes the others give up. */
    private void allOf(List<Callable<Void>> parts) throws Exception {
        try {
            starters.invokeAll(parts);
        } catch (RejectedExecutionException closed) {
            log.info("Closed before everything had been started", closed);
        }
        Exception reason = failure.get();
        if (reason != null) {
            throw reason;
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            log.warn("Could not close {}", part, failure);
        }
    }
}
