package io.switchlog.decider.state;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a decision changes, entity by entity: exactly what has to be stored with it.
 *
 * @param calls new states of calls; empty for those that are forgotten
 * @param remembered the decided command, unless it was a repetition
 * @param forgotten commands whose repetition is not expected any more
 */
public record Changes(
        Head head,
        SortedMap<String, Optional<Call>> calls,
        SortedMap<String, Agent> agents,
        Optional<Remembered> remembered,
        List<Remembered> forgotten) {}
