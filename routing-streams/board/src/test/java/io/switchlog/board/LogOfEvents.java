package io.switchlog.board;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Numbers the events of one workspace as its log would; each comes a second after the one before. */
public final class LogOfEvents {

    public static final Instant START = Instant.parse("2026-01-02T03:04:00Z");

    private final String workspace;
    private long sequence;

    public LogOfEvents(String workspace) {
        this.workspace = workspace;
    }

    public static Instant at(long sequence) {
        return START.plusSeconds(sequence);
    }

    /** An event that is a decision by itself. */
    public EventMessage next(Event event) {
        return decision(event).getFirst();
    }

    /** The events of one decision. They have one time, that of the last of them as if each came alone. */
    public List<EventMessage> decision(Event... events) {
        Instant at = at(sequence + events.length);
        Cause cause = new Cause("command-" + (sequence + 1), "SomeCommand", Actor.ENGINE, "subject");
        List<EventMessage> messages = new ArrayList<>();
        for (Event event : events) {
            sequence++;
            messages.add(new EventMessage(
                    workspace, sequence, EventChain.GENESIS, 1, cause, messages.size() + 1, events.length, at, event));
        }
        return messages;
    }
}
