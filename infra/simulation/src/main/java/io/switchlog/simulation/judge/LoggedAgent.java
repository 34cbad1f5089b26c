package io.switchlog.simulation.judge;

import java.util.Set;
import java.util.TreeSet;

/** An agent as the log tells it. */
final class LoggedAgent {

    final Set<String> holds = new TreeSet<>();
    /** The calls that may come back to the agent, who has room for them until it is clear that they do not. */
    final Set<String> reserved = new TreeSet<>();

    String workspace = "";
    int capacity;
    boolean takesCalls;
    String availability = "away";

    boolean isFree() {
        return holds.size() + reserved.size() < capacity;
    }

    boolean isAvailable() {
        return availability.equals("available");
    }

    /** Whether calls may be offered or given to the agent. */
    boolean isReady() {
        return takesCalls && isAvailable() && isFree();
    }
}
