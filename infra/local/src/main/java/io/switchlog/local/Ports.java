package io.switchlog.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where everything listens, on this machine. */
record Ports(int gateway, int ingress, int simulator, int engine, int projection, int kafka, int postgres) {

    /** Says which option moves a port that another program holds, before anything has been started. */
    static void requireFree(int port, String user, String option) throws StartFailedException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new StartFailedException(
                    "Port %d, meant for %s, is taken: stop what listens there or choose another with %s PORT"
                            .formatted(port, user, option),
                    taken);
        }
    }
}
