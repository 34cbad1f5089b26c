package io.switchlog.acceptance;

import io.switchlog.driver.LoadBalancer;
import io.switchlog.driver.PhoneNetwork;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Service;
import io.switchlog.driver.ServiceProcess;
import io.switchlog.driver.Stack;
import io.switchlog.driver.Webhooks;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two instances of each service, each a process of its own, with one broker, one database and one Twilio, as in production: so
 * that any of them can die alone.
 */
final class Cluster implements AutoCloseable {

    private static final Ports PORTS = Ports.from(19180);

    /** Starting six JVMs on two cores takes long enough; code that runs for a minute needs no second compiler. */
    private static final String[] JVM_OPTIONS = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    /** The broker, the database and Twilio's stand-in. */
    final Stack foundation = new Stack(
                    Stack.home().resolve("infra/acceptance/target/cluster"), PORTS, "--services=none")
            .with("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    final List<ServiceProcess> engines = twoOf(Service.ENGINE, PORTS.engine(), PORTS.engine() + 1);
    final List<ServiceProcess> ingresses = twoOf(Service.INGRESS, PORTS.engine() + 2, PORTS.engine() + 3);
    final List<ServiceProcess> gateways = twoOf(Service.GATEWAY, PORTS.gateway(), PORTS.engine() + 4);

    /** Twilio's way in. Browsers find their gateway by themselves. */
    final LoadBalancer balancer = new LoadBalancer(
            PORTS.ingress(), ingresses.getFirst().uri(), ingresses.getLast().uri());

    final PhoneNetwork phones = new PhoneNetwork(PORTS.simulatorUri());

    static Cluster start() {
        Cluster cluster = new Cluster();
        cluster.foundation.startFresh();
        cluster.services().forEach(ServiceProcess::start);
        cluster.services().forEach(ServiceProcess::awaitReady);
        return cluster;
    }

    String bootstrapServers() {
        return PORTS.bootstrapServers();
    }

    /** Twilio's requests, as they arrive at one instance of the ingress. */
    Webhooks webhooksTo(ServiceProcess ingress) {
        return new Webhooks(ingress.uri(), PORTS.ingressUri());
    }

    @Override
    public void close() {
        services().forEach(ServiceProcess::kill);
        balancer.close();
        foundation.close();
    }

    private List<ServiceProcess> twoOf(Service service, int port, int secondPort) {
        return Stream.of(port, secondPort)
                .map(each -> new ServiceProcess(foundation, service, each, JVM_OPTIONS))
                .toList();
    }

    private List<ServiceProcess> services() {
        return Stream.of(engines, ingresses, gateways).flatMap(List::stream).toList();
    }
}
