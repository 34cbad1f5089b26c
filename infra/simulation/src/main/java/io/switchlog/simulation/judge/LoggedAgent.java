package io.switchlog.simulation.judge;

import java.util.Set;
import java.util.TreeSet;

/** An agent as the log tells it. */
final class LoggedAgent {

    final Set<String> holds = new TreeSet<>();
    String workspace = "";
    int capacity;
    boolean takesCalls;
    boolean available;

    boolean isFree() {
        return holds.size() < capacity;
    }
}
