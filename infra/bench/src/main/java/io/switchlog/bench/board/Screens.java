package io.switchlog.bench.board;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.switchlog.bench.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Open streams, all read by one thread. They are asked for as HTTP/1.0, so that they come without chunks which would have to be taken
 * apart; what is in them is the same.
 */
final class Screens implements AutoCloseable {

    private static final int READ_AT_ONCE = 1 << 16;
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(30);

    private final List<Screen> screens = new ArrayList<>();
    private final Selector selector;
    private final CountDownLatch begun;
    private final Thread reader = Thread.ofPlatform().name("screens").unstarted(this::read);
    private volatile boolean closing;

    private Screens(Selector selector, int count) {
        this.selector = selector;
        this.begun = new CountDownLatch(count);
    }

    /** Opens a stream of the board for each of them, and returns when all have begun. */
    static Screens ofBoard(int port, List<Person> people) throws IOException, InterruptedException {
        Screens screens = new Screens(Selector.open(), people.size());
        for (Person person : people) {
            screens.open(person.id(), port, "/api/board/stream", Map.of("Cookie", person.cookie()));
        }
        return screens.begin();
    }

    /** Opens streams of something else. */
    static Screens of(int port, int count) throws IOException, InterruptedException {
        Screens screens = new Screens(Selector.open(), count);
        for (int i = 0; i < count; i++) {
            screens.open("reader-" + i, port, "/", Map.of());
        }
        return screens.begin();
    }

    private Screens begin() throws InterruptedException {
        reader.start();
        if (!begun.await(BEGINS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(begun.getCount() + " streams have not begun");
        }
        return this;
    }

    private void open(String agentId, int port, String path, Map<String, String> headers) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: localhost:" + port + "\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        channel.write(ByteBuffer.wrap(request.append("\r\n").toString().getBytes(US_ASCII)));
        channel.configureBlocking(false);
        Screen screen = new Screen(agentId);
        channel.register(selector, SelectionKey.OP_READ, screen);
        screens.add(screen);
    }

    /** What came; only once this is closed. */
    List<Screen> screens() {
        return List.copyOf(screens);
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] some = new byte[READ_AT_ONCE];
        ByteBuffer buffer = ByteBuffer.wrap(some);
        try (selector) {
            while (!closing) {
                selector.select(key -> read(key, buffer, some));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer, byte[] behind) {
        Screen screen = (Screen) key.attachment();
        boolean hadBegun = screen.hasBegun();
        try {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                key.cancel();
            } else {
                screen.take(behind, count, System.nanoTime());
            }
        } catch (IOException e) {
            // The stream has ended, and what did not come will be missing.
            key.cancel();
        }
        if (!hadBegun && screen.hasBegun()) {
            begun.countDown();
        }
    }
}
