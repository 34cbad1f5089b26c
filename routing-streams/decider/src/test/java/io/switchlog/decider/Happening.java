package io.switchlog.decider;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.decider.state.Workspace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command as a story tells it: it may speak of "the current document" or "the timer", and learns which that is when it
 * happens.
 *
 * @param commandId null for one that nobody used before
 */
record Happening(
        Actor actor,
        Function<Workspace, ? extends Command> command,
        @Nullable String commandId) {

    static Happening of(Actor actor, Command command) {
        return new Happening(actor, _ -> command, null);
    }

    Happening withId(String id) {
        return new Happening(actor, command, id);
    }

    Happening toldBy(Actor other) {
        return new Happening(other, command, commandId);
    }

    CommandMessage toldTo(Workspace workspace, String freshId) {
        return new CommandMessage("demo", commandId == null ? freshId : commandId, actor, command.apply(workspace));
    }
}
