package io.switchlog.gateway.history;

import io.switchlog.contract.Cause;
import io.switchlog.contract.Event;
import java.time.Instant;

/** An event of a call as the read models keep it. */
record StoredEvent(long sequence, Instant at, Cause cause, int position, int size, Event event) {}
