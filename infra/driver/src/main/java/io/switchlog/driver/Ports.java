package io.switchlog.driver;

import java.net.URI;
import java.util.List;

/** Where the parts of a stack listen, on this machine. All are below 32768, where Linux hands out ports of its own. */
public record Ports(int gateway, int ingress, int simulator, int engine, int projection, int kafka, int postgres) {

    /** Twenty ports in a row, of which {@code first} is the gateway's. */
    public static Ports from(int first) {
        return new Ports(first, first + 1, first + 2, first + 3, first + 14, first + 10, first + 12);
    }

    public URI gatewayUri() {
        return uri(gateway);
    }

    public URI ingressUri() {
        return uri(ingress);
    }

    public URI simulatorUri() {
        return uri(simulator);
    }

    public URI engineUri() {
        return uri(engine);
    }

    public URI projectionUri() {
        return uri(projection);
    }

    public String bootstrapServers() {
        return "localhost:" + kafka;
    }

    /** As options of {@code ./switchlog up}. */
    List<String> asOptions() {
        return List.of(
                "--gateway-port=" + gateway,
                "--ingress-port=" + ingress,
                "--simulator-port=" + simulator,
                "--engine-port=" + engine,
                "--projection-port=" + projection,
                "--kafka-port=" + kafka,
                "--postgres-port=" + postgres);
    }

    private static URI uri(int port) {
        return URI.create("http://localhost:" + port);
    }
}
