package io.switchlog.simulation.judge;

import java.util.List;

/**
 * An agent on a board. All lists are sorted.
 *
 * @param state what a glance at the board tells
 * @param callSids the calls that are theirs
 * @param offered the calls that ring for them
 * @param reserved the calls that they are handing over
 * @param freeCapacity how many more calls they may hold
 * @param ready whether nothing speaks against their taking a call
 */
public record ShownAgent(
        String agentId,
        String state,
        List<String> callSids,
        List<String> offered,
        List<String> reserved,
        int freeCapacity,
        boolean ready)
        implements Comparable<ShownAgent> {

    @Override
    public int compareTo(ShownAgent other) {
        return agentId.compareTo(other.agentId);
    }
}
