package io.switchlog.engine.partition;

import io.switchlog.contract.Cause;
import io.switchlog.contract.EventMessage;
import io.switchlog.decider.Decision;
import java.util.List;

/** What has become of one record of the command topic. */
public record Decided(Cause cause, Decision decision, List<DecidedEvent> events) {

    public Decided {
        events = List.copyOf(events);
    }

    /**
     * An event as it shall stand in the log.
     *
     * @param bytes the message, encoded
     * @param hash of these bytes, which the workspace's next event names
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    public record DecidedEvent(EventMessage message, byte[] bytes, String hash) {}
}
