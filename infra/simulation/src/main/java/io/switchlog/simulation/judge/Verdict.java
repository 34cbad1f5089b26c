package io.switchlog.simulation.judge;

import java.util.List;
import java.util.Map;

/**
 * What the judge found.
 *
 * @param violations empty for a good history; the first one is where it went wrong
 * @param outcomes of all who called
 * @param eventTypes how many events of each type the log holds
 */
public record Verdict(List<Violation> violations, Map<Outcome, Integer> outcomes, Map<String, Integer> eventTypes) {}
