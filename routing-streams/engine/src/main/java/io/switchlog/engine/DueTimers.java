package io.switchlog.engine;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogRecords;
import io.switchlog.contract.SystemCommand.ElapseTimer;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Appends a command for each timer that is due by the wall clock. What the timer means is decided when that command is
 * read, in the log's order like everything else; until then it is appended again every second, so that none is lost.
 */
final class DueTimers {

    static final Duration RESOLUTION = Duration.ofMillis(100);

    private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);

    private final ProcessorContext<String, Placed> context;
    private final int partition;
    private final StoredWorkspaces workspaces;
    private final Map<Timer, Instant> appended = new HashMap<>();

    DueTimers(ProcessorContext<String, Placed> context, int partition, StoredWorkspaces workspaces) {
        this.context = context;
        this.partition = partition;
        this.workspaces = workspaces;
    }

    void appendAt(Instant now) {
        appended.values().removeIf(at -> at.plus(REPEAT_AFTER).isBefore(now));
        workspaces.all().forEach((workspace, stored) -> {
            for (Timer timer : stored.state().timersDue(now)) {
                CommandMessage command = new CommandMessage(
                        workspace, timer.timerId(), Actor.ENGINE, new ElapseTimer(timer.callSid(), timer.timerId()));
                // Decided and still there: the decider met a bug with it, and the log says so. It would meet it again,
                // so the
                // next try waits until that answer is forgotten.
                boolean decided = stored.state().outcomeOf(command.cause()) != null;
                if (!decided && appended.putIfAbsent(timer, now) == null) {
                    append(command, now);
                }
            }
        });
    }

    private void append(CommandMessage command, Instant now) {
        ProducerRecord<String, byte[]> record = LogRecords.command(command, "/engine", now);
        context.forward(
                new Record<>(record.key(), new Placed(partition, record.value()), now.toEpochMilli(), record.headers()),
                EngineTopology.TIMERS_SINK);
    }
}
