package io.switchlog.engine.partition;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Changes;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which timers are due and not yet asked to elapse. A command that has not been decided is appended again every second,
 * so that none is lost.
 *
 * <p>A deadline counts from the time at which the log took the command in. If that was decided late, because no engine ran or
 * no broker answered, phones begin to ring late, too: then its timer is due by as much later, or a whole backlog of callers
 * would be sent to voicemail after milliseconds of ringing.
 */
final class DueTimers {

    private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);

    /** Decisions take milliseconds, and clocks are apart by some; a second more or less of ringing is nobody's loss. */
    private static final Duration NOT_LATE_YET = Duration.ofSeconds(1);

    private final StoredWorkspaces workspaces;
    private final Map<Timer, Instant> appended = new HashMap<>();
    /** By callSid or agentId: the timers that were set late. What a crash forgets here is only fairness. */
    private final Map<String, Late> late = new HashMap<>();

    DueTimers(StoredWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** A timer and when it may elapse by the wall clock. */
    private record Late(Timer timer, Instant notBefore) {}

    /**
     * Takes note of the timers that a decision sets.
     *
     * @param before the workspace, which has not accepted the changes yet
     * @param delay from the command's time to its decision; negative where clocks are apart
     */
    void follow(Workspace before, Changes changes, Duration delay) {
        changes.calls().forEach((callSid, after) -> {
            Call known = before.call(callSid);
            follow(
                    callSid,
                    known == null ? null : known.timer(),
                    after.map(Call::timer).orElse(null),
                    delay);
        });
        changes.agents().forEach((agentId, after) -> {
            Agent known = before.agent(agentId);
            follow(agentId, known == null ? null : known.timer(), after.timer(), delay);
        });
    }

    private void follow(String id, @Nullable Timer before, @Nullable Timer timer, Duration delay) {
        boolean stays = timer != null && timer.equals(before);
        if (timer == null || (!stays && delay.compareTo(NOT_LATE_YET) <= 0)) {
            late.remove(id);
        } else if (!stays) {
            late.put(id, new Late(timer, timer.dueAt().plus(delay)));
        }
    }

    List<CommandMessage> toAppend(Instant now) {
        appended.values().removeIf(at -> at.plus(REPEAT_AFTER).isBefore(now));
        List<CommandMessage> commands = new ArrayList<>();
        workspaces.all().forEach((workspace, stored) -> {
            for (Timer timer : stored.state().timersDue(now)) {
                CommandMessage command = new CommandMessage(workspace, timer.timerId(), Actor.ENGINE, timer.elapse());
                // Decided and still there: the decider met a bug with it, and the log says so. It would meet it again,
                // so the next try waits until that answer is forgotten.
                boolean decided = stored.state().outcomeOf(command.cause()) != null;
                if (!decided && mayElapse(timer, now) && appended.putIfAbsent(timer, now) == null) {
                    commands.add(command);
                }
            }
        });
        return commands;
    }

    private boolean mayElapse(Timer timer, Instant now) {
        Late known = late.get(timer.id());
        return known == null
                || !known.timer().equals(timer)
                || !known.notBefore().isAfter(now);
    }
}
