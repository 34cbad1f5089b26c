package io.switchlog.gateway;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.Event;
import io.switchlog.contract.EventChain;
import io.switchlog.contract.EventMessage;
import java.time.Instant;

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

    public EventMessage next(Event event) {
        sequence++;
        Cause cause = new Cause("command-" + sequence, "SomeCommand", Actor.ENGINE, "subject");
        return new EventMessage(workspace, sequence, EventChain.GENESIS, 1, cause, 1, 1, at(sequence), event);
    }
}
