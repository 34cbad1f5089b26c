package io.switchlog.projection.follow;

import io.switchlog.contract.EventMessage;

/** An event and where on the log it stands. */
record PlacedEvent(EventMessage message, int partition, long offset) {}
