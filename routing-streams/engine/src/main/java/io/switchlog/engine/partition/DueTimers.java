package io.switchlog.engine.partition;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.SystemCommand.ElapseTimer;
import io.switchlog.decider.state.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which timers are due and not yet asked to elapse. A command that has not been decided is appended again every second,
 * so that none is lost.
 */
final class DueTimers {

    private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);

    private final StoredWorkspaces workspaces;
    private final Map<Timer, Instant> appended = new HashMap<>();

    DueTimers(StoredWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    List<CommandMessage> toAppend(Instant now) {
        appended.values().removeIf(at -> at.plus(REPEAT_AFTER).isBefore(now));
        List<CommandMessage> commands = new ArrayList<>();
        workspaces.all().forEach((workspace, stored) -> {
            for (Timer timer : stored.state().timersDue(now)) {
                CommandMessage command = new CommandMessage(
                        workspace, timer.timerId(), Actor.ENGINE, new ElapseTimer(timer.callSid(), timer.timerId()));
                // Decided and still there: the decider met a bug with it, and the log says so. It would meet it again,
                // so the next try waits until that answer is forgotten.
                boolean decided = stored.state().outcomeOf(command.cause()) != null;
                if (!decided && appended.putIfAbsent(timer, now) == null) {
                    commands.add(command);
                }
            }
        });
        return commands;
    }
}
