package io.switchlog.gateway.stream;

import java.util.List;

/**
 * Where a client that was away goes on.
 *
 * @param lastSeen sequence of the last event that it knows of
 * @param missed what has come since
 */
record Resumption(long lastSeen, List<StreamedEvent> missed) {}
