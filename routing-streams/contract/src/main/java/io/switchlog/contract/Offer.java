package io.switchlog.contract;

import java.util.List;
import java.util.SortedMap;

/**
 * Why a call was offered to some agents and not to others.
 *
 * @param considered the agents looked at, chosen ones first, at most {@value #MAX_SHOWN} in full
 * @param others how many more were looked at, per verdict
 */
public record Offer(List<Considered> considered, SortedMap<Verdict, Integer> others) {

    /** A workspace may have thousands of agents; the log names this many of them per offer and counts the rest. */
    public static final int MAX_SHOWN = 50;

    /**
     * One agent that was looked at.
     *
     * @param readiness 0 (cannot take a call) to 100 (as ready as can be)
     */
    public record Considered(String agentId, int readiness, Verdict verdict) {}

    /** What came of looking at an agent. Only {@link #CHOSEN} ones are rung. */
    public enum Verdict {
        CHOSEN,
        /** Could be rung, but others come first: the ten who are, or the one who parked the call. */
        NEXT_WAVE,
        DECLINED,
        /** Was rung before, in this round, and did not answer. */
        RUNG_BEFORE,
        /** Held this call, and was released. */
        RELEASED,
        AT_CAPACITY,
        AWAY,
        OFFLINE,
        TAKES_NO_CALLS
    }
}
