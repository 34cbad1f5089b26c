package io.switchlog.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports for a broker and its controller, below 32768, where Linux starts to hand out ports to outgoing connections. */
public final class FreePorts {

    private FreePorts() {}

    /** The first of two neighbouring ports that nobody listens on. */
    public static int pair() {
        // Builds of several modules may run at once: each starts its search elsewhere.
        int start = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
        return IntStream.iterate(start, port -> port + 2)
                .limit(1_000)
                .filter(port -> isFree(port) && isFree(port + 1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
