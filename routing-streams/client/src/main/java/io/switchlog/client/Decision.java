package io.switchlog.client;

import io.switchlog.contract.EventMessage;
import io.switchlog.contract.Outcome;
import java.util.List;

/**
 * The whole answer to a command.
 *
 * @param events all of them, in their order; at least one
 */
public record Decision(List<EventMessage> events) {

    public Decision {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("events: expected at least one");
        }
    }

    /** The short answer. Of a repetition: the answer of the first time, sequence included. */
    public Outcome outcome() {
        return Outcome.of(
                firstSequence(), events.stream().map(EventMessage::event).toList());
    }

    public long firstSequence() {
        return events.getFirst().sequence();
    }

    public long lastSequence() {
        return events.getLast().sequence();
    }

    public String workspace() {
        return events.getFirst().workspace();
    }
}
