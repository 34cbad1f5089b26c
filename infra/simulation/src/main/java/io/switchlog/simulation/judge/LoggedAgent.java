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
    /** Whether heartbeats are heard: nothing yet, in time, or not any more. */
    String heard = "never";

    boolean deviceConnected;
    /** Sequence of the event since which nobody could answer: the last heartbeat was too long ago, or the device was lost. */
    long unreachableSince;
    /** Rings in a row that the agent let go by. */
    int missed;

    boolean isFree() {
        return holds.size() + reserved.size() < capacity;
    }

    boolean isAvailable() {
        return availability.equals("available");
    }

    boolean isGone() {
        return heard.equals("lost");
    }

    /** Whether the agent is ready and nothing speaks against it that somebody would answer. */
    boolean isProven() {
        return isReady() && heard.equals("yes") && deviceConnected && missed < 3;
    }

    /** Whether calls may be offered or given to the agent. */
    boolean isReady() {
        return takesCalls && isAvailable() && isFree();
    }
}
