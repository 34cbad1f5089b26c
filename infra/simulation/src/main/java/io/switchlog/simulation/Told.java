package io.switchlog.simulation;

import io.switchlog.simulation.judge.Violation;
import io.switchlog.simulation.log.CommandRecord;
import io.switchlog.simulation.log.EventRecord;
import java.util.List;
import java.util.SortedMap;

/**
 * A history that has been told.
 *
 * @param violations empty for a good one; the first is where it went wrong
 * @param met how often everything was met that the simulation is about: events, outcomes, faults and their consequences
 * @param trace empty unless it was asked for
 */
record Told(
        long seed,
        List<Violation> violations,
        SortedMap<String, Integer> met,
        List<CommandRecord> commands,
        List<EventRecord> events,
        List<String> trace) {

    boolean isGood() {
        return violations.isEmpty();
    }
}
