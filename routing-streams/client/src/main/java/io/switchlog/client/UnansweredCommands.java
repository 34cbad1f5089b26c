package io.switchlog.client;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Appends commands to {@link Topics#ROUTING_COMMANDS} whose decision nobody waits for, or that may leave no event. There are
 * many of them, and none is in a hurry: those that come within some moments travel together, and are committed together, for each
 * request and each commit costs brokers and engine more than the commands in it.
 */
public final class UnansweredCommands implements AutoCloseable {

    /** Not felt by who sends a heartbeat, and at hundreds a second a tenth of the requests. */
    private static final Duration LINGER = Duration.ofMillis(25);

    private final String source;
    private final Appender appender;

    /**
     * Opens the log.
     *
     * @param kafkaProperties where the brokers are and how to sign in there
     * @param source who appends, as a URI reference such as {@code /dashboard-gateway}, for people
     */
    public UnansweredCommands(Map<String, Object> kafkaProperties, String source) {
        this.source = source;
        this.appender = new Appender(kafkaProperties, Topics.ROUTING_COMMANDS + "-unanswered", LINGER);
    }

    /**
     * Appends a command, and completes when it stands in the log. Returns at once, whether or not brokers are there; they may
     * be away for two minutes before it fails. Commands are appended in the order of the calls.
     */
    public CompletableFuture<@Nullable Void> append(CommandMessage message) {
        return appender.append(CommandRecords.of(message, source));
    }

    /** Commands on their way get some seconds to arrive. */
    @Override
    public void close() {
        appender.close();
    }
}
