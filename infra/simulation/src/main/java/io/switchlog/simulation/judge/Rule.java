package io.switchlog.simulation.judge;

/** One thing that the judge looks at. */
interface Rule {

    /** An event, and the log as it was before. */
    default void before(Event event, LogView log) {}

    /** The last event of a decision, and the log as the decision leaves it. */
    default void afterDecision(Event last, LogView log) {}

    /** Nothing comes any more. */
    default void atTheEnd(LogView log) {}
}
