package io.switchlog.projection.fold;

import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CommandEvent;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventMessage;
import java.util.Optional;

/**
 * An event that belongs to a call, word for word.
 *
 * @param callSid whose story it is part of
 */
public record EventRow(String callSid, EventMessage message) {

    /** Empty for events of agents and of the workspace, and for answers to commands about these. */
    static Optional<EventRow> of(EventMessage message) {
        Event event = message.event();
        if (event instanceof CallEvent ofCall) {
            return Optional.of(new EventRow(ofCall.callSid(), message));
        }
        return event instanceof CommandEvent && message.cause().concernsCall()
                ? Optional.of(new EventRow(message.cause().subject(), message))
                : Optional.empty();
    }

    public long sequence() {
        return message.sequence();
    }
}
