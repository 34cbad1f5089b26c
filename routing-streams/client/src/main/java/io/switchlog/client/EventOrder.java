package io.switchlog.client;

import io.switchlog.contract.EventMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where each workspace's numbering stands. For one thread. */
final class EventOrder {

    private final boolean fromTheBeginning;
    private final Map<String, Long> lastSequences = new HashMap<>();

    private EventOrder(boolean fromTheBeginning) {
        this.fromTheBeginning = fromTheBeginning;
    }

    /** Every workspace starts at 1. */
    static EventOrder fromTheBeginning() {
        return new EventOrder(true);
    }

    /** Each of these workspaces goes on there; every other one starts at 1. */
    static EventOrder after(Collection<LogPosition> known) {
        EventOrder order = new EventOrder(true);
        known.forEach(position -> order.lastSequences.put(position.workspace(), position.nextSequence() - 1));
        return order;
    }

    /** A workspace starts wherever it is first seen. */
    static EventOrder fromAnywhere() {
        return new EventOrder(false);
    }

    /**
     * Whether this is the workspace's next event; if not, it is one that came before.
     *
     * @throws UnusableRecordException when events are missing before this one
     */
    boolean isNext(EventMessage message) {
        Long last = lastSequences.get(message.workspace());
        long expected = last != null ? last + 1 : fromTheBeginning ? 1 : message.sequence();
        if (message.sequence() > expected) {
            throw new UnusableRecordException("workspace " + message.workspace() + " goes on with sequence "
                    + message.sequence() + ", expected " + expected);
        }
        if (message.sequence() < expected) {
            return false;
        }
        lastSequences.put(message.workspace(), message.sequence());
        return true;
    }
}
