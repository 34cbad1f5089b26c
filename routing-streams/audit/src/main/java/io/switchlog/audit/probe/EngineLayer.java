package io.switchlog.audit.probe;

import io.switchlog.client.CommandLog;
import io.switchlog.client.Decision;
import io.switchlog.client.EventTail;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Topics;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.WorkspacePartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command is decided. It is one that changes nothing, about a call that nobody knows, and its refusal stays on the log
 * as any other: nothing less shows that the workspace's own partition is served.
 */
final class EngineLayer {

    /** To find the log's end costs a cold client some seconds on a busy machine, and says nothing of the engine. */
    private static final Patience OUR_OWN_START = new Patience(Duration.ofSeconds(20));

    private static final Actor PROBE = new Actor(Actor.Kind.SYSTEM, "probe");

    private final String bootstrapServers;
    private final String workspace;
    private final Patience patience;

    EngineLayer(String bootstrapServers, String workspace, Patience patience) {
        this.bootstrapServers = bootstrapServers;
        this.workspace = workspace;
        this.patience = patience;
    }

    /** @param mark the end of the workspace's log, as every reader has to reach it; null when nothing was decided */
    record Result(Finding finding, @Nullable Mark mark) {}

    /**
     * A place on the log.
     *
     * @param sequence of the last event of the workspace
     * @param nextOffset of the workspace's partition, after that event
     */
    record Mark(String workspace, long sequence, int partition, long nextOffset) {}

    Result look() throws InterruptedException {
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (CommandLog commands = new CommandLog(kafka, "/probe");
                EventTail tail = new EventTail(kafka, Instant.now(), List.of(commands))) {
            tail.start();
            if (!OUR_OWN_START.until(tail::isCaughtUp)) {
                return broken("the events cannot be read: " + tail.failure().orElse("no end within the time"));
            }
            // The first one also pays for our own connections.
            var _ = await(commands);
            long start = System.nanoTime();
            Decision decision = await(commands);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            int partition = WorkspacePartition.of(workspace, Topics.PARTITIONS);
            Long nextOffset = tail.offsets().get(partition);
            Mark mark = new Mark(workspace, decision.lastSequence(), partition, nextOffset == null ? 0 : nextOffset);
            return new Result(
                    Finding.ok(
                            Layer.ENGINE,
                            "decided a command of %s in %d ms, sequence %d"
                                    .formatted(workspace, millis, mark.sequence())),
                    mark);
        } catch (TimeoutException e) {
            return broken("a command of %s is on the log, and not decided after %d ms"
                    .formatted(workspace, patience.millis()));
        } catch (ExecutionException e) {
            return broken("a command of %s cannot be appended".formatted(workspace));
        }
    }

    private Decision await(CommandLog commands) throws InterruptedException, ExecutionException, TimeoutException {
        return commands.submit(nothing()).get(patience.millis(), TimeUnit.MILLISECONDS);
    }

    private CommandMessage nothing() {
        String id = "probe-" + UUID.randomUUID();
        return new CommandMessage(workspace, id, PROBE, new EndCall(id, CallStatus.IN_PROGRESS, null));
    }

    private static Result broken(String detail) {
        return new Result(Finding.broken(Layer.ENGINE, detail), null);
    }
}
