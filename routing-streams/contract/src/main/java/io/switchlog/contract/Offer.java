package io.switchlog.contract;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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
     * @param parts what the readiness is made of; absent on a log from before it had parts
     */
    public record Considered(
            String agentId,
            int readiness,
            Verdict verdict,
            @Nullable Readiness parts) {

        public static Considered of(String agentId, Readiness readiness, Verdict verdict) {
            return new Considered(agentId, readiness.score(), verdict, readiness);
        }
    }

    /** What came of looking at an agent. Only {@link #CHOSEN} and {@link #FALLBACK} ones are rung. */
    public enum Verdict {
        CHOSEN,
        /** Nobody passed, and this agent at least says that they are available. */
        FALLBACK,
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
        /** Says that they are available, and no heartbeat of theirs was ever heard. */
        UNPROVEN,
        /** Says that they are available, and is not heard any more. */
        DISCONNECTED,
        WITHOUT_DEVICE,
        /** Has let {@value Readiness#MISSED_RINGS_TOO_MANY} rings in a row go by. */
        NOT_ANSWERING,
        TAKES_NO_CALLS
    }
}
