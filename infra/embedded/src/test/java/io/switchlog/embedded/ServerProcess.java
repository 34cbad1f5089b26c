package io.switchlog.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An embedded server in a JVM of its own, so that a test can kill it as {@code kill -9} does. */
final class ServerProcess implements AutoCloseable {

    private static final String UP = "is up";

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(Class<?> server, Path directory, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        server.getSimpleName(),
                        directory.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !UP.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException(server.getSimpleName() + " did not come up");
            }
        }
        return new ServerProcess(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        if (arguments[0].equals(EmbeddedKafka.class.getSimpleName())) {
            EmbeddedKafka.start(directory, port);
        } else {
            LocalPostgres.start(directory, port);
        }
        System.out.println(UP);
        new CountDownLatch(1).await();
    }
}
