package io.switchlog.contract;

/**
 * A command with its envelope: the value of a record in {@link Topics#ROUTING_COMMANDS}. Its time is the record's own
 * (LogAppendTime), so that no sender's clock decides anything.
 *
 * @param commandId makes the command idempotent within its {@link Cause}
 */
public record CommandMessage(String workspace, String commandId, Actor actor, Command command) {

    public Cause cause() {
        return new Cause(commandId, command.getClass().getSimpleName(), actor, command.subject());
    }
}
