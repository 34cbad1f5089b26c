package io.switchlog.bench.board;

import io.switchlog.bench.people.Crowd;
import io.switchlog.bench.phone.Exchange;
import io.switchlog.bench.report.Findings;
import io.switchlog.driver.Ports;
import io.switchlog.driver.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A whole stack, as {@code ./switchlog up} starts it, with agents for whom calls of all kinds come and go. */
final class BusyBoard implements AutoCloseable {

    /** The most that there is: all calls of a second ring for the same ten, who click as often as it rings. */
    private static final int CALLS_OF_AN_AGENT = 20;

    private final Ports ports;
    private final Stack stack;
    private final Exchange exchange;
    private final Crowd crowd;
    private final Calls calls;

    private BusyBoard(Ports ports, Stack stack, Exchange exchange, Crowd crowd) {
        this.ports = ports;
        this.stack = stack;
        this.exchange = exchange;
        this.crowd = crowd;
        this.calls = new Calls(crowd, exchange);
    }

    /**
     * Starts it, with nothing of earlier runs.
     *
     * @param jvmOptions for the stack
     */
    static BusyBoard start(Path directory, int firstPort, List<String> jvmOptions, int agents, Findings findings)
            throws IOException, SQLException {
        Ports ports = Ports.from(firstPort);
        Exchange exchange = new Exchange(ports);
        Stack stack = new Stack(directory, ports)
                .with("JAVA_TOOL_OPTIONS", String.join(" ", jvmOptions))
                // Instead of the simulator, there is the exchange.
                .with("TWILIO_API_BASE_URL", ports.simulatorUri().toString());
        try {
            stack.startFresh();
            findings.progress("a stack is up");
            Crowd crowd = new Crowd(ports, CALLS_OF_AN_AGENT);
            crowd.growTo(agents);
            findings.progress(agents + " agents are there");
            return new BusyBoard(ports, stack, exchange, crowd);
        } catch (IOException | SQLException | RuntimeException e) {
            exchange.close();
            stack.close();
            throw e;
        }
    }

    Ports ports() {
        return ports;
    }

    Crowd crowd() {
        return crowd;
    }

    Calls calls() {
        return calls;
    }

    @Override
    public void close() {
        try (stack;
                exchange) {
            calls.close();
        }
    }
}
