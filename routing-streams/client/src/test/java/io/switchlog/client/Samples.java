package io.switchlog.client;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.DeclinedBy;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import java.time.Instant;

/** Commands and events to test with; what they are about does not matter here. */
final class Samples {

    private Samples() {}

    static CommandMessage command(String workspace, String commandId) {
        return new CommandMessage(workspace, commandId, Actor.agent("ann"), new DeclineCall("CA1", "ann"));
    }

    /** One event of the answer to that command. */
    static EventMessage event(CommandMessage command, long sequence, int position, int size, Event event) {
        return new EventMessage(
                command.workspace(),
                sequence,
                EventChain.GENESIS,
                1,
                command.cause(),
                position,
                size,
                Instant.EPOCH,
                event);
    }

    static EventMessage event(CommandMessage command, long sequence, int position, int size) {
        return event(command, sequence, position, size, new CallDeclined("CA1", "ann", DeclinedBy.CLICK));
    }
}
