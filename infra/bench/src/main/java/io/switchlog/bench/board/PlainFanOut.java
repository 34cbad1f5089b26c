package io.switchlog.bench.board;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The same number of bytes to as many sockets, written one after the other by a loop that knows nothing of calls, agents, sessions or
 * HTTP: what this machine's loopback does alone, and no stream can be faster than.
 */
final class PlainFanOut {

    private static final long SEED = 7;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private PlainFanOut() {}

    /**
     * Measures from when an event was due to its arrival at each socket.
     *
     * @param eventsPerSecond how many are written to each socket
     * @param bytes of each
     */
    static Latencies latencies(int sockets, int eventsPerSecond, int bytes) throws IOException, InterruptedException {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("localhost", 0))) {
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            CompletableFuture<List<SocketChannel>> accepted =
                    CompletableFuture.supplyAsync(() -> accept(server, sockets));
            Screens screens = Screens.of(port, sockets);
            List<SocketChannel> readers = accepted.join();
            Schedule schedule = Schedule.of(eventsPerSecond, LENGTH, SEED);
            long start = System.nanoTime();
            OpenLoop.run(schedule, i -> {
                byte[] event = event(i + 1, bytes);
                readers.forEach(reader -> write(reader, event));
                return CompletableFuture.completedFuture(null);
            });
            Thread.sleep(500);
            screens.close();
            for (SocketChannel reader : readers) {
                reader.close();
            }
            return latencies(screens.screens(), schedule, start);
        }
    }

    private static Latencies latencies(List<Screen> screens, Schedule schedule, long start) {
        Latencies latencies = new Latencies();
        for (Screen screen : screens) {
            for (int i = 0; i < schedule.size(); i++) {
                long arrived = screen.arrivalOf(i + 1);
                if (arrived != Screen.NEVER) {
                    latencies.record(arrived - start - schedule.dueNanos()[i]);
                }
            }
        }
        return latencies;
    }

    private static List<SocketChannel> accept(ServerSocketChannel server, int sockets) {
        List<SocketChannel> accepted = new ArrayList<>();
        try {
            for (int i = 0; i < sockets; i++) {
                SocketChannel socket = server.accept();
                // As Tomcat's: an event does not wait until the one before it was acknowledged.
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                accepted.add(socket);
                // As a stream begins with the board.
                write(socket, event(0, 100));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accepted;
    }

    private static byte[] event(int id, int bytes) {
        String head = "id: " + id + "\ndata: ";
        return (head + "x".repeat(Math.max(1, bytes - head.length() - 2)) + "\n\n").getBytes(US_ASCII);
    }

    private static void write(SocketChannel socket, byte[] event) {
        ByteBuffer left = ByteBuffer.wrap(event);
        try {
            while (left.hasRemaining()) {
                socket.write(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
